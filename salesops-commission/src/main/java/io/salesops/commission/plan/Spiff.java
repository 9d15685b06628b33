package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Pays an amount for units or deals: for each, once in a period, or for every n of them.
 *
 * @param id what statements call the rule
 * @param measure what is counted
 * @param amount what is paid each time, in the plan's currency
 * @param n how many it takes; 1 unless stated
 * @param per how often n of them are paid; by {@link Conventions#spiff()} unless stated
 * @param first how many times it is paid at most; without limit unless stated
 */
@JsonTypeName("spiff")
@Value.Builder
@JsonDeserialize(builder = SpiffBuilder.class)
public record Spiff(
        String id,
        String measure,
        @JsonFormat(shape = JsonFormat.Shape.STRING) BigDecimal amount,
        Optional<Integer> n,
        Optional<Per> per,
        Optional<Integer> first)
        implements EarningRule {

    /** Drops trailing zeros of the amount. */
    public Spiff {
        amount = Amounts.plain(amount);
    }

    /** Obtains a SPIFF that pays for every unit, for example {@code of("logos", "logos", "250")}. */
    public static Spiff of(String id, String measure, String amount) {
        return new Spiff(id, measure, new BigDecimal(amount), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** How often a SPIFF for several units is paid. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Per {
        /** Once, when so many are reached. */
        PERIOD,
        /** Each time so many more are reached. */
        N
    }

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.spiff(this);
    }
}
