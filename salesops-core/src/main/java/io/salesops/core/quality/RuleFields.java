package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Criteria;
import java.util.Optional;
import java.util.stream.Stream;

/** The fields that a rule is about, in the order in which it names them, each once. */
final class RuleFields implements QualityRule.Cases<ImmutableList<String>> {
    private RuleFields() {}

    static ImmutableList<String> of(QualityRule rule) {
        return rule.match(new RuleFields());
    }

    @Override
    public ImmutableList<String> complete(QualityRule.Complete rule) {
        return ImmutableList.of(rule.field());
    }

    @Override
    public ImmutableList<String> unique(QualityRule.Unique rule) {
        return ImmutableSet.copyOf(rule.fields()).asList();
    }

    @Override
    public ImmutableList<String> oneOf(QualityRule.OneOf rule) {
        return ImmutableList.of(rule.field());
    }

    @Override
    public ImmutableList<String> pattern(QualityRule.Pattern rule) {
        return ImmutableList.of(rule.field());
    }

    @Override
    public ImmutableList<String> range(QualityRule.Range rule) {
        return ImmutableList.of(rule.field());
    }

    @Override
    public ImmutableList<String> fresh(QualityRule.Fresh rule) {
        return ImmutableList.of(rule.field());
    }

    @Override
    public ImmutableList<String> refers(QualityRule.Refers rule) {
        return ImmutableList.of(rule.field());
    }

    @Override
    public ImmutableList<String> holds(QualityRule.Holds rule) {
        ImmutableSet.Builder<String> names = ImmutableSet.builder();
        Stream.of(rule.account(), rule.contact(), rule.lead(), rule.opportunity())
                .flatMap(Optional::stream)
                .forEach(criteria -> names(criteria, names));
        return names.build().asList();
    }

    private static <T> void names(Criteria<T> criteria, ImmutableSet.Builder<String> names) {
        if (criteria instanceof Criteria.Test<T, ?> test) {
            names.add(test.field().name());
        } else if (criteria instanceof Criteria.Not<T> not) {
            names(not.part(), names);
        } else if (criteria instanceof Criteria.And<T> and) {
            and.parts().forEach(part -> names(part, names));
        } else if (criteria instanceof Criteria.Or<T> or) {
            or.parts().forEach(part -> names(part, names));
        }
    }

    @Override
    public ImmutableList<String> inOrder(QualityRule.InOrder rule) {
        return ImmutableSet.copyOf(rule.fields()).asList();
    }

    @Override
    public ImmutableList<String> notPeriodEnd(QualityRule.NotPeriodEnd rule) {
        return ImmutableList.of(rule.field());
    }

    @Override
    public ImmutableList<String> varied(QualityRule.Varied rule) {
        return ImmutableList.of(rule.field());
    }
}
