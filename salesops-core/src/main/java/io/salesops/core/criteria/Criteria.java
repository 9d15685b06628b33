package io.salesops.core.criteria;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.money.Amounts;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;

/**
 * A condition on a T as data: rules, policies, filters and stores share it.
 *
 * <p>Three-valued: a test of a missing field is {@link Truth#UNKNOWN}. Immutable and thread-safe.
 *
 * @param <T> what is tested
 */
public sealed interface Criteria<T> {

    /** Tests a value; cost linear in the number of tests. */
    Truth test(T value);

    /** Tests a value and names the reasons, those of the branches that decided; evaluates every test. */
    default Judgement judge(T value) {
        return Judge.judge(this, value);
    }

    /** The condition in words, as reasons quote it. */
    String words();

    /** Calls the case for this kind of condition. */
    <R> R match(Cases<T, R> cases);

    /** One method for each kind of condition. */
    interface Cases<T, R> {
        R test(Test<T, ?> test);

        R and(And<T> and);

        R or(Or<T> or);

        R not(Not<T> not);
    }

    /** Both hold. */
    default Criteria<T> and(Criteria<T> other) {
        return new And<>(ImmutableList.of(this, other));
    }

    /** At least one holds. */
    default Criteria<T> or(Criteria<T> other) {
        return new Or<>(ImmutableList.of(this, other));
    }

    /** This does not hold. */
    default Criteria<T> not() {
        return new Not<>(this);
    }

    /** Everything meets it. */
    static <T> Criteria<T> all() {
        return new And<>(ImmutableList.of());
    }

    /**
     * A test of one field.
     *
     * @param field what is tested
     * @param operator how
     * @param values with what, each once; none for PRESENT, one for all others but IN
     */
    record Test<T, V>(Field<T, V> field, Operator operator, ImmutableList<V> values) implements Criteria<T> {

        /** Checks that operator, type and values fit together; a value that repeats in a list counts once. */
        public Test {
            values = ImmutableSet.copyOf(values).asList();
            switch (operator) {
                case PRESENT ->
                    checkArgument(values.isEmpty(), "%s %s takes no values: %s", field, operator.words(), values);
                case IN -> checkArgument(!values.isEmpty(), "%s %s needs at least one value", field, operator.words());
                default ->
                    checkArgument(values.size() == 1, "%s %s takes one value: %s", field, operator.words(), values);
            }
            checkArgument(
                    operator != Operator.STARTS_WITH || field.type() == String.class,
                    "%s is no text, so it cannot start with %s",
                    field,
                    values);
            checkArgument(
                    (operator != Operator.AT_LEAST && operator != Operator.BELOW)
                            || Comparable.class.isAssignableFrom(field.type()),
                    "%s of type %s has no order",
                    field,
                    field.type().getSimpleName());
        }

        @Override
        public Truth test(T subject) {
            Optional<V> found = field.get(subject);
            if (operator == Operator.PRESENT) {
                return Truth.of(found.isPresent());
            }
            return found.map(this::compare).orElse(Truth.UNKNOWN);
        }

        private Truth compare(V found) {
            V value = values.get(0);
            return switch (operator) {
                case IS, IN -> Truth.of(values.stream().anyMatch(candidate -> same(found, candidate)));
                case AT_LEAST ->
                    order(found, value).map(sign -> Truth.of(sign >= 0)).orElse(Truth.UNKNOWN);
                case BELOW ->
                    order(found, value).map(sign -> Truth.of(sign < 0)).orElse(Truth.UNKNOWN);
                case STARTS_WITH -> Truth.of(found.toString().startsWith(value.toString()));
                case PRESENT -> Truth.TRUE;
            };
        }

        /** Numbers are the same whatever their scale. */
        private boolean same(V found, V value) {
            return found.equals(value)
                    || (found instanceof Comparable
                            && order(found, value).filter(sign -> sign == 0).isPresent());
        }

        /** Amounts of two currencies have no order; currencies of two providers are the same if their codes are. */
        @SuppressWarnings("unchecked")
        private Optional<Integer> order(V found, V value) {
            if (found instanceof MonetaryAmount first && value instanceof MonetaryAmount second) {
                return first.getCurrency()
                                .getCurrencyCode()
                                .equals(second.getCurrency().getCurrencyCode())
                        ? Optional.of(Amounts.number(first).compareTo(Amounts.number(second)))
                        : Optional.empty();
            }
            return Optional.of(((Comparable<V>) found).compareTo(value));
        }

        @Override
        public String words() {
            return switch (operator) {
                case PRESENT -> field + " present";
                case IN -> field + " in " + values;
                default -> field + " " + operator.words() + " " + values.get(0);
            };
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.test(this);
        }
    }

    /** All hold; holds for everything where there are none. */
    record And<T>(ImmutableList<Criteria<T>> parts) implements Criteria<T> {
        @Override
        public Truth test(T value) {
            Truth truth = Truth.TRUE;
            for (Criteria<T> part : parts) {
                truth = truth.and(part.test(value));
                if (truth == Truth.FALSE) {
                    return truth;
                }
            }
            return truth;
        }

        @Override
        public String words() {
            return parts.isEmpty()
                    ? "everything"
                    : parts.stream().map(Criteria::words).collect(Collectors.joining(" and ", "(", ")"));
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.and(this);
        }
    }

    /** At least one holds; holds for nothing where there are none. */
    record Or<T>(ImmutableList<Criteria<T>> parts) implements Criteria<T> {
        @Override
        public Truth test(T value) {
            Truth truth = Truth.FALSE;
            for (Criteria<T> part : parts) {
                truth = truth.or(part.test(value));
                if (truth == Truth.TRUE) {
                    return truth;
                }
            }
            return truth;
        }

        @Override
        public String words() {
            return parts.isEmpty()
                    ? "nothing"
                    : parts.stream().map(Criteria::words).collect(Collectors.joining(" or ", "(", ")"));
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.or(this);
        }
    }

    /** The part does not hold. */
    record Not<T>(Criteria<T> part) implements Criteria<T> {
        @Override
        public Truth test(T value) {
            return part.test(value).not();
        }

        @Override
        public String words() {
            return "not " + part.words();
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.not(this);
        }
    }
}
