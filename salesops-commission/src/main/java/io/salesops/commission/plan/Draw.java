package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.Period;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Pays ahead of earnings: in each period of the draw at least an amount is paid.
 *
 * @param id what statements call the rule
 * @param amount what is paid at least, in the plan's currency
 * @param every how long a period of the draw is, counted from the first day of the plan or the employment: {@code P1M}
 * @param recovery what becomes of what was advanced
 * @param effective the days on which the draw runs; the plan's unless stated
 */
@JsonTypeName("draw")
@Value.Builder
@JsonDeserialize(builder = DrawBuilder.class)
public record Draw(
        String id,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        Period every,
        Recovery recovery,
        Optional<DateRange> effective)
        implements SettlingRule {

    /** Drops trailing zeros of the amount. */
    public Draw {
        amount = Amounts.plain(amount);
    }

    /** What becomes of what was advanced. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Recovery {
        /** It need not be paid back. */
        NON_RECOVERABLE,
        /** Later earnings above the amount pay it back; what remains is owed. */
        RECOVERABLE,
        /** As recoverable, and what remains when the draw ends is forgiven. */
        FORGIVEN
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.draw(this);
    }
}
