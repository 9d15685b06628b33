package io.salesops.core.quality;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Ratio;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.style.SalesOpsStyle;
import java.time.LocalDate;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * How good records are by a set of rules: counts by rule, the first findings of each, and a score.
 *
 * <p>A check is one rule on one record that it can judge. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = QualityReport.Builder.class)
public interface QualityReport extends Outcome, WithQualityReport {

    /** The rules. */
    RuleRef rules();

    /** The business day. */
    LocalDate date();

    /** How many records were checked. */
    long records();

    /** How many records break no rule that can be judged of a record alone. */
    long clean();

    /** What each rule found, in the order of the rules. */
    ImmutableList<RuleResult> results();

    /** The checks passed over the checks made; those that a missing value made impossible are in neither. */
    default Ratio score() {
        long made = results().stream().mapToLong(RuleResult::checked).sum();
        return Ratio.of(made - violated(), made, omitted());
    }

    /** The share of records that break no rule that can be judged of a record alone. */
    default Ratio cleanShare() {
        return Ratio.of(clean(), records(), ImmutableList.of());
    }

    /** The score of the rules about each field; a rule about several counts for each of them. */
    default ImmutableSortedMap<String, Ratio> byField() {
        TreeMap<String, long[]> counts = new TreeMap<>();
        for (RuleResult result : results()) {
            for (String field : result.fields()) {
                long[] count = counts.computeIfAbsent(field, name -> new long[2]);
                count[0] += result.checked() - result.violations();
                count[1] += result.checked();
            }
        }
        ImmutableSortedMap.Builder<String, Ratio> scores = ImmutableSortedMap.naturalOrder();
        counts.forEach((field, count) -> scores.put(field, Ratio.of(count[0], count[1], ImmutableList.of())));
        return scores.buildOrThrow();
    }

    /** How many checks failed. */
    private long violated() {
        return results().stream().mapToLong(RuleResult::violations).sum();
    }

    /** How many records break each rule, by the rule's id. */
    default ImmutableMap<String, Long> violations() {
        return results().stream().collect(ImmutableMap.toImmutableMap(RuleResult::rule, RuleResult::violations));
    }

    /** The checks passed, rule by rule: those made less those that failed. */
    @Override
    default Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        long passed = 0;
        for (int i = 0; i < results().size(); i++) {
            RuleResult result = results().get(i);
            RuleRef rule = new RuleRef(rules().document(), rules().version(), "/rules/" + i);
            long good = result.checked() - result.violations();
            passed += good;
            steps.add(new Step(
                    rule,
                    "{rule}",
                    Quantity.of(good, "checks"),
                    Optional.empty(),
                    ImmutableMap.of("rule", result.rule()),
                    ImmutableList.of(
                            Step.of(rule, "checked", Quantity.of(result.checked(), "checks")),
                            Step.of(
                                    rule,
                                    result.within() ? "violated, within tolerance" : "violated",
                                    Quantity.of(-result.violations(), "checks")))));
        }
        return new Explanation.Sum(
                "passed by " + records() + " records on " + date(), Quantity.of(passed, "checks"), steps.build());
    }

    /** Starts a report. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds reports. */
    final class Builder extends ImmutableQualityReport.Builder {
        Builder() {}
    }
}
