package io.salesops.quote.price;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * Metered units: converted first, then freed, then set against a commitment, then priced, then bounded.
 *
 * @param price the price of what is left to bill; any but another usage price and a percentage of the total
 * @param conversion from metered to billed units; none unless stated
 * @param freeUnits how many billed units cost nothing; none unless stated
 * @param commitment what is paid for in any case; nothing unless stated
 * @param minimum the least that the whole costs; no bound unless stated
 * @param maximum the most that the whole costs; no bound unless stated
 */
@JsonTypeName("usage")
public record UsageModel(
        PriceModel price,
        Optional<UnitConversion> conversion,
        Optional<BigDecimal> freeUnits,
        Optional<Commitment> commitment,
        Optional<BigDecimal> minimum,
        Optional<BigDecimal> maximum)
        implements PriceModel {

    /** Drops trailing zeros. */
    public UsageModel {
        freeUnits = freeUnits.map(Amounts::plain);
        minimum = minimum.map(Amounts::plain);
        maximum = maximum.map(Amounts::plain);
    }

    /** Returns this price with a conversion of units. */
    public UsageModel converted(UnitConversion into) {
        return new UsageModel(price, Optional.of(into), freeUnits, commitment, minimum, maximum);
    }

    /** Returns this price with free units, from a decimal as text. */
    public UsageModel free(String units) {
        return new UsageModel(price, conversion, Optional.of(new BigDecimal(units)), commitment, minimum, maximum);
    }

    /** Returns this price for what exceeds a commitment, from decimals as text. */
    public UsageModel committed(String units, String fee) {
        return new UsageModel(
                price,
                conversion,
                freeUnits,
                Optional.of(new Commitment(new BigDecimal(units), new BigDecimal(fee))),
                minimum,
                maximum);
    }

    /** Returns this price with a lower bound, from a decimal as text. */
    public UsageModel atLeast(String amount) {
        return new UsageModel(price, conversion, freeUnits, commitment, Optional.of(new BigDecimal(amount)), maximum);
    }

    /** Returns this price with an upper bound, from a decimal as text. */
    public UsageModel atMost(String amount) {
        return new UsageModel(price, conversion, freeUnits, commitment, minimum, Optional.of(new BigDecimal(amount)));
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.usage(this);
    }
}
