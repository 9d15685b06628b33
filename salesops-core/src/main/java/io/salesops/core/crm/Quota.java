package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a rep is to reach in a period. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Quota.Builder.class)
public interface Quota extends WithQuota {

    /** Who is to reach it. */
    RepId owner();

    /** What is measured, for example {@code "bookings"}. */
    String measure();

    /** The days over which it is measured. */
    DateRange period();

    /** How much; not negative. */
    MonetaryAmount amount();

    /** Which version of the quota this is: relief makes a new one. */
    @Value.Default
    default int version() {
        return 1;
    }

    /** Starts a quota. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the quota is not negative. */
    @Value.Check
    default void check() {
        checkArgument(
                !amount().isNegative(), "quota of %s for %s must not be negative: %s", owner(), measure(), amount());
    }

    /** Builds quotas. */
    final class Builder extends ImmutableQuota.Builder {
        Builder() {}
    }
}
