package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Pays by a curve of straight pieces: nothing below its first point, between two points in proportion, beyond the last point
 * what the last pays.
 *
 * @param id what statements call the rule
 * @param measure what the curve follows
 * @param target the bonus of which points pay shares; absent where they pay amounts
 * @param points what is paid at which level; ascending
 */
@JsonTypeName("curve")
@Value.Builder
@JsonDeserialize(builder = PayCurveBuilder.class)
public record PayCurve(
        String id,
        String measure,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> target,
        ImmutableList<CurvePoint> points)
        implements EarningRule {

    /** Drops trailing zeros of the target. */
    public PayCurve {
        target = target.map(Amounts::plain);
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.curve(this);
    }
}
