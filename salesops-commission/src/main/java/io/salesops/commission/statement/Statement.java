package io.salesops.commission.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a payee earned in a period; the lines sum to the total, to the cent. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Statement.Builder.class)
public interface Statement extends WithStatement, Outcome {

    /** Who is paid. */
    PayeeId payee();

    /** The period in which it was earned. */
    FiscalPeriod period();

    /** The plan by which it was calculated. */
    PlanId plan();

    /** The version of the plan. */
    String planVersion();

    /** What was earned; negative where more was taken back than earned. */
    MonetaryAmount total();

    /** How far the payee came, by measure, in the order in which the plan names the measures. */
    ImmutableMap<String, Attainment> attainments();

    /** What each credit earned by each rule, by date, then credit id, then the plan's order of rules; none if not traced. */
    ImmutableList<StatementLine> lines();

    /** What draws, guarantees and holdbacks make of the total; empty where the plan has none. */
    ImmutableList<SettlementStep> settlement();

    /** What is paid out: the total, and what the settlement adds or keeps back. */
    default MonetaryAmount payable() {
        return Amounts.sum(
                ImmutableList.<MonetaryAmount>builder()
                        .add(total())
                        .addAll(settlement().stream()
                                .map(SettlementStep::amount)
                                .iterator())
                        .build(),
                total().getCurrency());
    }

    /** The exact pay less the total: what rounding the running figure has not yet paid, or has paid ahead. */
    Rational residue();

    /** How many credits of the period counted. */
    long counted();

    /** How many credits of earlier periods, or of plans before this one, counted towards the attainment only. */
    long earlier();

    /** The attainment at the end of the period of the first measure that has one; absent where no measure has a quota. */
    default Optional<Rate> attainment() {
        return attainments().values().stream()
                .map(Attainment::rateAfter)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** How far the payee came in a measure; empty where the plan does not name it. */
    default Optional<Attainment> attainment(String measure) {
        return Optional.ofNullable(attainments().get(measure));
    }

    /** The steps, then a line with the residue, what counted and what was left out. */
    @Override
    default String explain() {
        StringBuilder settled = new StringBuilder();
        for (SettlementStep step : settlement()) {
            settled.append("\n  ")
                    .append(step.amount().isNegative() ? "" : "+")
                    .append(StatementText.number(step.amount()))
                    .append("  ")
                    .append(step.rule())
                    .append(", ")
                    .append(step.kind().name().toLowerCase(Locale.ROOT).replace('_', ' '))
                    .append(": ")
                    .append(step.subject())
                    .append(step.owed()
                            .map(owed -> ", owed " + StatementText.money(owed))
                            .orElse(""));
        }
        if (settled.length() > 0) {
            settled.append("\n  payable ").append(StatementText.money(payable()));
        }
        return explanation().text() + settled + "\n  residue " + residue() + "; " + counted() + " credits counted"
                + (earlier() == 0 ? "" : ", " + earlier() + " of earlier periods in the attainment") + ", "
                + omitted().stream().mapToLong(Omission::count).sum() + " left out"
                + (omitted().isEmpty() ? "" : ": ")
                + omitted().stream()
                        .map(omission -> omission.reason() + " (" + String.join(", ", omission.examples())
                                + (omission.count() > omission.examples().size() ? ", ..." : "") + ")")
                        .collect(Collectors.joining("; "));
    }

    /** Starts a statement. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the lines and the explanation sum to the total. */
    @Value.Check
    default void check() {
        if (!lines().isEmpty()) {
            StatementText.checkSum(
                    "statement of " + payee() + " for " + period(),
                    total(),
                    lines().stream().map(StatementLine::amount).toList());
        }
        if (explanation() instanceof Explanation.Sum sum) {
            StatementText.checkSum(
                    "explanation of " + payee() + " for " + period(),
                    total(),
                    sum.steps().stream()
                            .map(step -> Amounts.of(step.amount().value(), total().getCurrency()))
                            .toList());
        }
    }

    /** Builds statements. */
    final class Builder extends ImmutableStatement.Builder {
        Builder() {}
    }
}
