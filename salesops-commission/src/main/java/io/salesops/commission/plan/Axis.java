package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;

/** A dimension of a table of rates. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(Axis.Attained.class), @JsonSubTypes.Type(Axis.Category.class)})
public sealed interface Axis {

    /** How many places the dimension has. */
    int size();

    /** Calls the case for this kind of dimension. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of dimension. */
    interface Cases<R> {
        R attained(Attained attained);

        R category(Category category);
    }

    /**
     * By how far a measure has come.
     *
     * @param measure which one
     * @param bounds where each place ends; the last has no bound, so that there is one place more than bounds
     */
    @JsonTypeName("attained")
    record Attained(String measure, ImmutableList<Level> bounds) implements Axis {
        @Override
        public int size() {
            return bounds.size() + 1;
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.attained(this);
        }
    }

    /**
     * By what a credit is: the first condition that holds.
     *
     * @param when the conditions; a credit that meets none is paid nothing
     */
    @JsonTypeName("category")
    record Category(ImmutableList<Criteria<Countable>> when) implements Axis {
        @Override
        public int size() {
            return when.size();
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.category(this);
        }
    }
}
