package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Rate;
import io.salesops.core.time.AsOf;
import java.util.Optional;

/** Counts what one rule says of records; tallies of parts add up. Not thread-safe. */
class RuleTally<T> {
    private static final int VALUES = 256;
    static final int SHOWN_VALUES = 5;

    final QualityRule rule;
    final int index;
    private final RuleCheck<T> check;
    private final KeptFindings kept = new KeptFindings();
    private final ValueTally values = new ValueTally(VALUES);
    private long checked;
    private long violations;
    private long undecided;

    RuleTally(QualityRule rule, int index, RuleCheck<T> check) {
        this.rule = rule;
        this.index = index;
        this.check = check;
    }

    /** Counts a record and returns whether it breaks the rule, as far as that can be told of it alone. */
    boolean add(String id, T record, AsOf asOf) {
        RuleCheck.Verdict verdict = check.judge(record, asOf);
        RuleCheck.Violation violation = verdict.violation();
        count(verdict.judged(), violation != null);
        if (violation != null) {
            kept.add(violation);
            if (!violation.value().isEmpty()) {
                values.add(violation.value(), id);
            }
        }
        return violation != null;
    }

    final void count(boolean judged, boolean violated) {
        checked += judged ? 1 : 0;
        undecided += judged ? 0 : 1;
        violations += violated ? 1 : 0;
    }

    /** Adds what a tally of the same rule counted in another part. */
    void add(RuleTally<T> other) {
        checked += other.checked;
        undecided += other.undecided;
        violations += other.violations;
        kept.add(other.kept);
        values.add(other.values);
    }

    long checked() {
        return checked;
    }

    long violations() {
        return violations;
    }

    boolean isEstimated() {
        return false;
    }

    ImmutableSortedMap<String, Long> problems() {
        return kept.counts();
    }

    ImmutableList<ValueCount> worst() {
        return values.top(SHOWN_VALUES);
    }

    final RuleResult result() {
        return new RuleResult(
                rule.id(), RuleFields.of(rule), checked(), violations(), within(), isEstimated(), problems(), worst());
    }

    final boolean within() {
        Optional<Rate> tolerated = rule.tolerated();
        return tolerated.isPresent()
                && checked() > 0
                && Rate.ratio(violations(), checked()).compareTo(tolerated.get()) <= 0;
    }

    /** The findings that are kept; where the violations are within the tolerated share they are information. */
    final ImmutableList<Finding> findings() {
        boolean within = within();
        return found().stream()
                .map(finding -> within ? finding.withSeverity(Severity.INFO) : finding)
                .collect(ImmutableList.toImmutableList());
    }

    ImmutableList<Finding> found() {
        return kept.findings();
    }

    ImmutableList<Omission> omitted(boolean lacksReference) {
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        if (undecided > 0) {
            String why = lacksReference ? "unknown reference" : "no value";
            omitted.add(new Omission(rule.id() + " not checked: " + why, undecided, ImmutableList.of()));
        }
        return omitted.addAll(kept.omitted(rule.id())).build();
    }
}
