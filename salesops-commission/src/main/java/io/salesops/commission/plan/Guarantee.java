package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Pays at least an amount in each period; what it adds need not be paid back, and is posted as a bonus.
 *
 * @param id what statements call the rule
 * @param amount what is paid at least, in the plan's currency
 * @param every how long a period is, counted from the first day of the plan or the employment: {@code P1M}
 * @param effective the days on which it holds; the plan's unless stated
 */
@JsonTypeName("guarantee")
@Value.Builder
@JsonDeserialize(builder = GuaranteeBuilder.class)
public record Guarantee(
        String id,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        Period every,
        Optional<DateRange> effective)
        implements SettlingRule {

    /** Drops trailing zeros of the amount. */
    public Guarantee {
        amount = Amounts.plain(amount);
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.guarantee(this);
    }
}
