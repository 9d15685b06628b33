package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Pays each credit at the rate of a table in one or two dimensions: by what the credit is, and by how far measures have come.
 *
 * @param id what statements call the rule
 * @param measure what is paid
 * @param mode whether a level that is reached prices all credits or those from there on
 * @param rows the first dimension
 * @param columns the second, if there is one
 * @param rates one list for each row, with one rate for each column
 */
@JsonTypeName("grid")
@Value.Builder
@JsonDeserialize(builder = RateGridBuilder.class)
public record RateGrid(
        String id,
        String measure,
        Mode mode,
        Axis rows,
        Optional<Axis> columns,
        ImmutableList<ImmutableList<PayRate>> rates)
        implements EarningRule {

    /** What a level that is reached prices. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Mode {
        /** All credits, earlier ones too. */
        ALL,
        /** Each credit by where the measure stands with it. */
        EACH
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.grid(this);
    }
}
