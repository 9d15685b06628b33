package io.salesops.quote.price;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DayCount;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** The order of the waterfall and where a price is rounded, the document {@code salesops/pricing-policy/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "pricing-policy", version = 1)
@JsonDeserialize(builder = PricingPolicy.Builder.class)
public interface PricingPolicy extends WithPricingPolicy {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(PricingPolicy.class);
    }

    /** What results call it. */
    String id();

    /** Its version. */
    String version();

    /** A remark for people. */
    Optional<String> note();

    /** The steps from list to net, in the order in which they act. */
    ImmutableList<WaterfallStep> steps();

    /**
     * Whether partner discounts are taken off the list price, instead of the price that the steps before them left; no
     * unless stated.
     */
    @Value.Default
    default boolean partnersOffList() {
        return false;
    }

    /** The least that a quote must come to; nothing unless stated. */
    Optional<MinimumOrder> minimumOrder();

    /**
     * How the days of a term become the months that a monthly price is multiplied with; a convention of years counts twelve
     * months a year. Whole months, and the days that are left over the length of their month, unless stated.
     */
    @Value.Default
    default DayCount dayCount() {
        return DayCount.MONTHS_DAYS;
    }

    /** The mode, and the decimals of amounts; half up to the currency's decimals unless stated. */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** Where a price is rounded; at the line unless stated. */
    @Value.Default
    default Place roundAt() {
        return Place.LINE;
    }

    /** The decimals of unit prices that are rounded at the unit; those of amounts unless stated. */
    OptionalInt unitScale();

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds policies. */
    final class Builder extends ImmutablePricingPolicy.Builder {
        Builder() {}
    }

    /** Where a price is rounded. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Place {
        /**
         * The price of one unit (and month) is rounded, and multiplied by quantity and months. For documents that print
         * unit prices. A graduated price has no unit price of its own: its average is rounded, which may differ from the
         * price of the slabs by more than a minor unit.
         */
        UNIT,
        /** The price of the line is rounded. */
        LINE,
        /**
         * The sum of the exact prices is rounded once. Lines are rounded as well, and what the sum differs by is a last step
         * on the lines with the largest residues.
         */
        QUOTE
    }
}
