package io.salesops.core.explain;

import com.google.common.base.Strings;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import javax.money.CurrencyUnit;
import javax.money.Monetary;

/** Lays an explanation out as text: the result first, then a line for each step or candidate. */
final class ExplanationText implements Explanation.Cases<String> {
    private final Wording wording;
    private final StringBuilder text = new StringBuilder();

    private ExplanationText(Wording wording) {
        this.wording = wording;
    }

    static String of(Explanation explanation, Wording wording) {
        return explanation.match(new ExplanationText(wording));
    }

    @Override
    public String sum(Explanation.Sum sum) {
        int decimals = decimals(sum.total().unit());
        text.append(sum.total().unit())
                .append(' ')
                .append(sum.total().grouped(decimals))
                .append("  ")
                .append(wording.sentence(sum.subject(), ImmutableMap.of()));
        int width = 0;
        for (Step step : sum.steps()) {
            width = Math.max(width, signed(step, decimals).length());
        }
        steps(sum.steps(), decimals, width, 1);
        return text.toString();
    }

    private void steps(ImmutableList<Step> steps, int decimals, int width, int depth) {
        for (Step step : steps) {
            text.append('\n')
                    .append("  ".repeat(depth))
                    .append(Strings.padStart(signed(step, decimals), width, ' '))
                    .append("  ")
                    .append(wording.sentence(step.label(), step.inputs()))
                    .append("  [")
                    .append(step.rule())
                    .append(']');
            step.residue()
                    .filter(residue -> residue.signum() != 0)
                    .ifPresent(residue -> text.append("  ")
                            .append(wording.sentence(
                                    "residue {residue}", ImmutableMap.of("residue", residue.toString()))));
            steps(step.parts(), decimals, width, depth + 1);
        }
    }

    private static String signed(Step step, int decimals) {
        String number = step.amount().grouped(decimals);
        return step.amount().value().signum() < 0 ? number : "+" + number;
    }

    /** Money shows at least the minor units of its currency; other units show what they have. */
    private static int decimals(String unit) {
        if (!Monetary.isCurrencyAvailable(unit)) {
            return 0;
        }
        CurrencyUnit currency = Monetary.getCurrency(unit);
        return Math.max(0, currency.getDefaultFractionDigits());
    }

    @Override
    public String choice(Explanation.Choice choice) {
        text.append(wording.sentence(choice.subject(), ImmutableMap.of()))
                .append(" -> ")
                .append(choice.chosen().orElseGet(() -> wording.sentence("none", ImmutableMap.of())));
        for (Candidate candidate : choice.candidates()) {
            String verdict = candidate.chosen() ? "chosen" : "rejected";
            text.append("\n  ")
                    .append(Strings.padEnd(wording.sentence(verdict, ImmutableMap.of()), 8, ' '))
                    .append("  ")
                    .append(candidate.id());
            candidate.score().ifPresent(score -> text.append(" (").append(score).append(')'));
            candidate.met().forEach(met -> text.append("; ").append(wording.sentence(met, ImmutableMap.of())));
            candidate
                    .failed()
                    .map(failed -> wording.sentence(failed, ImmutableMap.of()))
                    .ifPresent(failed -> text.append("; ")
                            .append(wording.sentence("not: {failed}", ImmutableMap.of("failed", failed))));
            text.append("  [").append(candidate.rule()).append(']');
        }
        return text.toString();
    }
}
