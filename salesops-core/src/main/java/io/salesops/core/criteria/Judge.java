package io.salesops.core.criteria;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * Tests one value and collects the reasons of the branches that decided.
 *
 * <p>What spoke against a branch says nothing about a condition that another branch decided, so each branch is judged by
 * itself and the join above takes over the reasons of those that have its own truth.
 */
final class Judge<T> implements Criteria.Cases<T, Judgement> {
    private final T subject;
    private final boolean negated;

    private Judge(T subject, boolean negated) {
        this.subject = subject;
        this.negated = negated;
    }

    static <T> Judgement judge(Criteria<T> criteria, T subject) {
        return criteria.match(new Judge<>(subject, false));
    }

    /** The judgement of the test, or of its opposite below a not. */
    @Override
    public Judgement test(Criteria.Test<T, ?> test) {
        Truth truth = test.test(subject);
        String words = (negated ? "not " : "") + test.words();
        Optional<?> found = test.field().get(subject);
        return switch (negated ? truth.not() : truth) {
            case TRUE -> met(found.map(value -> words + ": " + value).orElse(words));
            case FALSE ->
                failed(found.map(value -> words + ", is " + value)
                        .orElseGet(() -> words + ", " + test.field().absence(subject)));
            case UNKNOWN ->
                unknown(found.map(value -> words + ", cannot be compared with " + value)
                        .orElseGet(() -> test.field().absence(subject)));
        };
    }

    @Override
    public Judgement and(Criteria.And<T> and) {
        return negated ? any(and, and.parts()) : all(and.parts());
    }

    @Override
    public Judgement or(Criteria.Or<T> or) {
        return negated ? all(or.parts()) : any(or, or.parts());
    }

    @Override
    public Judgement not(Criteria.Not<T> not) {
        return not.part().match(new Judge<>(subject, !negated));
    }

    /** Whatever the truth, the parts that hold spoke for it; of the others those decided that have its truth. */
    private Judgement all(List<Criteria<T>> parts) {
        List<Judgement> judged = judged(parts);
        Truth truth = judged.stream().map(Judgement::truth).reduce(Truth.TRUE, Truth::and);
        return joined(
                truth,
                judged.stream()
                        .filter(part -> part.truth() == truth || part.truth() == Truth.TRUE)
                        .toList());
    }

    /** The parts that decided are those that have its truth. */
    private Judgement any(Criteria<T> join, List<Criteria<T>> parts) {
        if (parts.isEmpty()) {
            return failed("no record meets '" + (negated ? "not " : "") + join.words() + "'");
        }
        List<Judgement> judged = judged(parts);
        Truth truth = judged.stream().map(Judgement::truth).reduce(Truth.FALSE, Truth::or);
        return joined(
                truth, judged.stream().filter(part -> part.truth() == truth).toList());
    }

    private List<Judgement> judged(List<Criteria<T>> parts) {
        return parts.stream().map(part -> part.match(this)).toList();
    }

    private static Judgement joined(Truth truth, List<Judgement> parts) {
        ImmutableList.Builder<String> met = ImmutableList.builder();
        ImmutableList.Builder<String> failed = ImmutableList.builder();
        ImmutableList.Builder<String> unknown = ImmutableList.builder();
        for (Judgement part : parts) {
            met.addAll(part.met());
            failed.addAll(part.failed());
            unknown.addAll(part.unknown());
        }
        return new Judgement(truth, met.build(), failed.build(), unknown.build());
    }

    private static Judgement met(String reason) {
        return new Judgement(Truth.TRUE, ImmutableList.of(reason), ImmutableList.of(), ImmutableList.of());
    }

    private static Judgement failed(String reason) {
        return new Judgement(Truth.FALSE, ImmutableList.of(), ImmutableList.of(reason), ImmutableList.of());
    }

    private static Judgement unknown(String reason) {
        return new Judgement(Truth.UNKNOWN, ImmutableList.of(), ImmutableList.of(), ImmutableList.of(reason));
    }
}
