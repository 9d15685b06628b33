package io.salesops.territory.design;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.territory.area.Location;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.immutables.value.Value;

/** One territory of a plan in figures. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = TerritoryFigures.Builder.class)
public interface TerritoryFigures extends WithTerritoryFigures {

    /** The territory. */
    TerritoryId territory();

    /** How many units it has. */
    int units();

    /** What it weighs in each measure of the balance. */
    ImmutableMap<String, BigInteger> weights();

    /** By how much of its target it is over, or under if negative; in hundredths of a percent; without measures whose target is 0. */
    ImmutableMap<String, Rate> deviations();

    /** The weighted centre, to five decimals; empty where the territory is. */
    Optional<Location> centre();

    /** The root of the mean squared distance of its units to the centre, to three decimals. */
    BigDecimal rms();

    /** In how many parts it falls, beyond the first. */
    int fragments();

    /** The root of the mean squared distance of its units to its home, where it has one. */
    Optional<BigDecimal> travel();

    /** Starts figures. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds figures. */
    final class Builder extends ImmutableTerritoryFigures.Builder {
        Builder() {}
    }
}
