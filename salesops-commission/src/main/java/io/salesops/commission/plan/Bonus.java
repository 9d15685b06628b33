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
 * Pays a fixed amount for each step that a measure reaches; the highest step that is reached replaces the others.
 *
 * @param id what statements call the rule
 * @param measure what must be reached; a score is a measure in units
 * @param target the bonus of which steps pay shares; absent where they pay amounts
 * @param steps what is paid from where; ascending
 */
@JsonTypeName("bonus")
@Value.Builder
@JsonDeserialize(builder = BonusBuilder.class)
public record Bonus(
        String id,
        String measure,
        @JsonFormat(shape = JsonFormat.Shape.STRING) Optional<BigDecimal> target,
        ImmutableList<BonusStep> steps)
        implements EarningRule {

    /** Drops trailing zeros of the target. */
    public Bonus {
        target = target.map(Amounts::plain);
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.bonus(this);
    }
}
