package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import java.util.List;

/** Counts records by values; the rule judges the groups. Not thread-safe. */
abstract class ValuesTally<T> extends RuleTally<T> {
    final ValueTally groups;

    ValuesTally(QualityRule rule, int index, int exactUpTo) {
        super(rule, index, (record, day) -> RuleCheck.Verdict.UNDECIDED);
        this.groups = new ValueTally(exactUpTo);
    }

    @Override
    void add(RuleTally<T> other) {
        super.add(other);
        groups.add(((ValuesTally<T>) other).groups);
    }

    @Override
    boolean isEstimated() {
        return groups.isEstimated();
    }

    @Override
    final ImmutableList<Finding> found() {
        ImmutableList.Builder<Finding> all = ImmutableList.builder();
        if (isEstimated()) {
            all.add(Finding.info(
                            "quality.values.estimated",
                            "/rules/" + index,
                            "rule '" + rule.id() + "' saw more than " + groups.limit()
                                    + " distinct values, so its violations are an estimate")
                    .maybe("Maybe call exactUpTo(...) before the check."));
        }
        return all.addAll(judged()).build();
    }

    abstract List<Finding> judged();
}
