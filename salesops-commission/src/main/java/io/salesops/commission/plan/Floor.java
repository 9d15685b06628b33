package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * Raises what rules pay together to an amount, once they pay anything at all.
 *
 * @param id what statements call the rule
 * @param amount the least they pay over the period, in the plan's currency
 * @param on the ids of the rules on which it acts; empty means every rule that pays
 */
@JsonTypeName("floor")
@Value.Builder
@JsonDeserialize(builder = FloorBuilder.class)
public record Floor(
        String id,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        ImmutableList<String> on) implements AdjustingRule {

    /** Drops trailing zeros of the amount. */
    public Floor {
        amount = Amounts.plain(amount);
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.floor(this);
    }
}
