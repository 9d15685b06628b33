package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.criteria.Truth;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.text.ReferenceLists;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Decides by a rule of conditions whether two records match, and finds the duplicates of a table by it.
 *
 * <p>The decision is symmetric and does not depend on the order of conditions and alternatives. It needs no other records:
 * that on two records of a table is the same as that on the two alone. Immutable and thread-safe.
 */
public final class RuleMatcher {
    private final MatchRule rule;
    private final ReferenceLists lists;
    private final Provenance.Input ruleInput;

    private RuleMatcher(MatchRule rule, ReferenceLists lists) {
        this.rule = rule;
        this.lists = lists;
        this.ruleInput = new Provenance.Input(
                rule.id(),
                rule.version(),
                Fingerprint.ofText(SalesOpsJson.write(rule) + String.join("\n", lists.added())));
    }

    /**
     * Obtains the engine of a rule.
     *
     * @throws FindingsException with every finding, if the rule is not sound
     */
    public static RuleMatcher of(MatchRule rule) {
        return of(rule, ReferenceLists.standard());
    }

    /**
     * Obtains the engine of a rule that knows names, legal forms and hosts of free mail that the user added.
     *
     * @throws FindingsException with every finding, if the rule is not sound
     */
    public static RuleMatcher of(MatchRule rule, ReferenceLists lists) {
        requireSound(rule);
        return new RuleMatcher(rule, lists);
    }

    static void requireSound(MatchRule rule) {
        ImmutableList<Finding> findings = check(rule);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
    }

    /** Returns what is wrong with a rule; never throws. */
    public static ImmutableList<Finding> check(MatchRule rule) {
        return RuleCheck.of(rule);
    }

    /**
     * Decides whether two records match, with every alternative and the condition on which it failed. Time is linear in the
     * conditions.
     */
    public RuleMatch match(MatchRecord first, MatchRecord second) {
        Rows rows = new RecordRows(ImmutableList.of(first, second), lists);
        Provenance computedFrom = Provenance.builder()
                .engine("RuleMatcher")
                .putInputs("rule", ruleInput)
                .putInputs("first", input(first))
                .putInputs("second", input(second))
                .build();
        RuleComparison comparison = new RuleComparison(rule, rows, Execution.here());
        return decide(comparison, 0, 1, rows.label(0) + " and " + rows.label(1), computedFrom);
    }

    /** Finds the duplicates of a table in the calling thread. */
    public <I extends Comparable<? super I>> RuleDuplicates<I> dedupe(Records<I> records) {
        return dedupe(records, Execution.here());
    }

    /**
     * Finds the duplicates of a table: decides on every pair of its blocks, and joins what matches. The records are read by
     * their own lists. Time and memory are linear in the records and in the compared pairs (16 bytes each); the result
     * depends neither on the order of the records nor on the execution.
     *
     * @throws java.util.concurrent.CancellationException if the execution was cancelled
     */
    public <I extends Comparable<? super I>> RuleDuplicates<I> dedupe(Records<I> records, Execution execution) {
        return new RuleDuplicates<>(this, records, new RuleComparison(rule, records.rows(), execution), execution);
    }

    MatchRule rule() {
        return rule;
    }

    Provenance.Input ruleInput() {
        return ruleInput;
    }

    /** The decision on two rows of a comparison. */
    RuleMatch decide(RuleComparison comparison, int first, int second, String subject, Provenance computedFrom) {
        List<RuleComparison.Arrangement> arrangements = comparison.comparer().arrangements(first, second);
        List<Integer> byWords = new ArrayList<>();
        for (int number = 0; number < rule.alternatives().size(); number++) {
            byWords.add(number);
        }
        byWords.sort(Comparator.comparing(number -> words(rule.alternatives().get(number))));
        ImmutableList.Builder<RuleAlternative> met = ImmutableList.builder();
        ImmutableList.Builder<Candidate> candidates = ImmutableList.builder();
        Optional<String> chosen = Optional.empty();
        Truth truth = Truth.FALSE;
        for (int number : byWords) {
            RuleAlternative alternative = rule.alternatives().get(number);
            RuleComparison.Arrangement best = best(arrangements, number);
            truth = truth.or(best.meets(number));
            boolean isMet = best.meets(number) == Truth.TRUE;
            boolean isChosen = isMet && chosen.isEmpty();
            if (isMet) {
                met.add(alternative);
            }
            candidates.add(Candidate.builder()
                    .id(words(alternative))
                    .chosen(isChosen)
                    .rule(new RuleRef(rule.id(), rule.version(), "/alternatives/" + number))
                    .met(best.met(number))
                    .failed(
                            isChosen
                                    ? Optional.empty()
                                    : isMet ? Optional.of("met as well, but one is enough") : best.failed(number))
                    .build());
            chosen = isChosen ? Optional.of(words(alternative)) : chosen;
        }
        return RuleMatch.builder()
                .truth(truth)
                .met(met.build())
                .explanation(new Explanation.Choice(subject, chosen, candidates.build()))
                .findings(ImmutableList.of())
                .omitted(ImmutableList.of())
                .computedFrom(computedFrom)
                .build();
    }

    private static String words(RuleAlternative alternative) {
        return String.join(
                " + ", ImmutableSet.copyOf(alternative.all()).stream().sorted().toList());
    }

    /** The arrangement in which an alternative is met, else one in which it is unknown, else that of the rows as they are. */
    private static RuleComparison.Arrangement best(List<RuleComparison.Arrangement> arrangements, int alternative) {
        RuleComparison.Arrangement best = arrangements.get(0);
        for (RuleComparison.Arrangement arrangement : arrangements) {
            Truth truth = best.meets(alternative);
            best = truth.or(arrangement.meets(alternative)) == truth ? best : arrangement;
        }
        return best;
    }

    private static Provenance.Input input(MatchRecord record) {
        return new Provenance.Input(
                "record",
                Integer.toString(record.columns().size()),
                Fingerprint.ofFacts(ImmutableSortedMap.copyOf(record.columns()).entrySet().stream()
                        .map(Object::toString)
                        .toList()));
    }
}
