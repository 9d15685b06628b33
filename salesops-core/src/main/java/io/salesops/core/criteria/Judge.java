package io.salesops.core.criteria;

import com.google.common.collect.ImmutableList;
import java.util.Optional;

/** Tests one value and collects the reasons; every test is evaluated, so that all reasons are named. */
final class Judge<T> implements Criteria.Cases<T, Truth> {
    private final T subject;
    private final ImmutableList.Builder<String> met = ImmutableList.builder();
    private final ImmutableList.Builder<String> failed = ImmutableList.builder();
    private final ImmutableList.Builder<String> unknown = ImmutableList.builder();
    private boolean negated;

    private Judge(T subject) {
        this.subject = subject;
    }

    static <T> Judgement judge(Criteria<T> criteria, T subject) {
        Judge<T> judge = new Judge<>(subject);
        Truth truth = criteria.match(judge);
        return new Judgement(truth, judge.met.build(), judge.failed.build(), judge.unknown.build());
    }

    @Override
    public Truth test(Criteria.Test<T, ?> test) {
        Truth truth = test.test(subject);
        String words = (negated ? "not " : "") + test.words();
        Optional<?> found = test.field().get(subject);
        switch (negated ? truth.not() : truth) {
            case TRUE -> met.add(found.map(value -> words + ": " + value).orElse(words));
            case FALSE ->
                failed.add(found.map(value -> words + ", is " + value)
                        .orElse(words + ", " + test.field() + " is missing"));
            case UNKNOWN ->
                unknown.add(found.map(value -> words + ", cannot be compared with " + value)
                        .orElse(test.field() + " is missing"));
        }
        return truth;
    }

    @Override
    public Truth and(Criteria.And<T> and) {
        Truth truth = Truth.TRUE;
        for (Criteria<T> part : and.parts()) {
            truth = truth.and(part.match(this));
        }
        return truth;
    }

    @Override
    public Truth or(Criteria.Or<T> or) {
        Truth truth = Truth.FALSE;
        for (Criteria<T> part : or.parts()) {
            truth = truth.or(part.match(this));
        }
        return truth;
    }

    @Override
    public Truth not(Criteria.Not<T> not) {
        negated = !negated;
        Truth truth = not.part().match(this).not();
        negated = !negated;
        return truth;
    }
}
