package io.salesops.quote.revenue;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What of the transaction price belongs to an obligation.
 *
 * @param obligation the obligation
 * @param method by what rule
 * @param standAlone its stand-alone selling price, absent where it is what the others leave
 * @param exact its share before rounding, with what varies
 * @param amount the share in whole minor units
 * @param variable what of the exact share relates to this obligation alone because it varies with it
 */
@Value.Builder
@JsonDeserialize(builder = AllocatedPriceBuilder.class)
public record AllocatedPrice(
        ObligationId obligation,
        Method method,
        Optional<Rational> standAlone,
        Rational exact,
        MonetaryAmount amount,
        Rational variable) {

    /** Starts a share. */
    public static AllocatedPriceBuilder builder() {
        return new AllocatedPriceBuilder();
    }

    /** What rounding took: the exact share less the amount. */
    public Rational residue() {
        return exact.minus(Amounts.exact(amount));
    }

    /** By what rule a share came about. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    public enum Method {
        /** In proportion to stand-alone selling prices (606-10-32-31). */
        RELATIVE,
        /** At its stand-alone selling price, because a bundle bears the whole discount. */
        STAND_ALONE,
        /** In proportion within a bundle that bears the discount (606-10-32-37). */
        BUNDLE,
        /** What the others leave (606-10-32-34(c)). */
        RESIDUAL
    }
}
