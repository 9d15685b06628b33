package io.salesops.quote.revenue;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.Rate;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** What the standard leaves to the company, the document {@code salesops/revenue-policy/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "revenue-policy", version = 1)
@JsonDeserialize(builder = RevenuePolicy.Builder.class)
public interface RevenuePolicy extends WithRevenuePolicy {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(RevenuePolicy.class);
    }

    /** What results call it. */
    String id();

    /** Its version. */
    String version();

    /** A remark for people. */
    Optional<String> note();

    /** What stands for a stated price outside its range; the nearest bound unless stated. */
    @Value.Default
    default OutsideRange outsideRange() {
        return OutsideRange.NEAREST_BOUND;
    }

    /**
     * By how much of itself the discount of a contract may differ from that of a bundle and still be substantially the same
     * (606-10-32-37(c)); not at all unless stated.
     */
    @Value.Default
    default Rate bundleTolerance() {
        return Rate.ZERO;
    }

    /** Which period takes what rounding leaves of a recognised amount; the last unless stated. */
    @Value.Default
    default PeriodResidue periodResidue() {
        return PeriodResidue.LAST_PERIOD;
    }

    /** Mode and decimals; half up to the currency's decimals unless stated. Allocated amounts are split by largest remainder. */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** Starts a policy. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the tolerance is a share and that nobody owns the residue of an allocation. */
    @Value.Check
    default void check() {
        checkArgument(
                bundleTolerance().signum() >= 0 && bundleTolerance().compareTo(Rate.ONE) < 0,
                "bundle tolerance of %s must be from 0 to below 100%%: %s",
                id(),
                bundleTolerance());
        checkArgument(
                rounding().residue() == ResidueOwner.LARGEST_REMAINDER,
                "allocated amounts of %s are split by largest remainder, not by %s",
                id(),
                rounding().residue());
    }

    /** Builds policies. */
    final class Builder extends ImmutableRevenuePolicy.Builder {
        Builder() {}
    }

    /** What stands for a stated price outside its range. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum OutsideRange {
        /** The bound that it exceeds. */
        NEAREST_BOUND,
        /** The middle of the range. */
        MIDPOINT
    }

    /** Which period takes what rounding leaves. */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum PeriodResidue {
        /** Each period is rounded by itself, the last takes what is left; none takes back what was recognised. */
        LAST_PERIOD,
        /** The running revenue is rounded: no period is more than a minor unit off. */
        RUNNING
    }
}
