package io.salesops.quote.billing;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DayCount;
import io.salesops.core.time.MonthEnd;
import java.util.Optional;
import java.util.OptionalInt;
import org.immutables.value.Value;

/** How terms are cut into billing periods and prices into instalments, the document {@code salesops/billing-policy/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "billing-policy", version = 1)
@JsonDeserialize(builder = BillingPolicy.Builder.class)
public interface BillingPolicy extends WithBillingPolicy {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(BillingPolicy.class);
    }

    /** What results call it. */
    String id();

    /** Its version. */
    String version();

    /** A remark for people. */
    Optional<String> note();

    /**
     * How much of a price falls on some days. {@code ACT/ACT ICMA} (whole periods are equal, a part counts by its days over
     * the days of the period) unless stated; a convention of years counts twelve months a year.
     */
    @Value.Default
    default DayCount dayCount() {
        return DayCount.ACT_ACT_ICMA;
    }

    /**
     * The day of the month on which periods begin, 1 to 31; a month that is too short begins one on its last day. Periods of
     * several months are counted from the first such day of a line. The first day of each line unless stated; an anchor of
     * the line goes before both.
     */
    OptionalInt billingDay();

    /** What becomes of an anchor at the end of its month; it keeps its day unless stated. A billing day always keeps it. */
    @Value.Default
    default MonthEnd monthEnd() {
        return MonthEnd.KEEP_DAY;
    }

    /** When a period is invoiced; in advance unless stated. */
    @Value.Default
    default Timing timing() {
        return Timing.IN_ADVANCE;
    }

    /** What a part of a period costs; its share unless stated. */
    @Value.Default
    default PartialPeriod partialPeriod() {
        return PartialPeriod.PRORATED;
    }

    /** What the part before the first full period is a share of; the period that it was cut from unless stated. */
    @Value.Default
    default StubBasis stubBasis() {
        return StubBasis.CYCLE;
    }

    /** Mode, decimals, and which instalment owns the residue; half up, by largest remainder, unless stated. */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds policies. */
    final class Builder extends ImmutableBillingPolicy.Builder {
        Builder() {}
    }

    /** When a period is invoiced. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Timing {
        /** On its first day. */
        IN_ADVANCE,
        /** On the day after its last. */
        IN_ARREARS
    }

    /** What a part of a period costs. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum PartialPeriod {
        /** Its share by the day count. */
        PRORATED,
        /** As much as the whole period. */
        WHOLE
    }

    /** What the part before the first full period is a share of. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum StubBasis {
        /** The period of the cycle that it was cut from, which ends with it. */
        CYCLE,
        /** The period that would begin on its first day. */
        FIRST_DAY
    }
}
