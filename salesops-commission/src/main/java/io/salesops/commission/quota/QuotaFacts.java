package io.salesops.commission.quota;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.RepId;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.DateRanges;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/** All on which one payee's quota of one measure depends. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = QuotaFacts.Builder.class)
public interface QuotaFacts extends WithQuotaFacts {

    /** Whose quota. */
    RepId owner();

    /** Of what. */
    String measure();

    /** The quotas; those of others and of other measures do not matter. */
    QuotaBook quotas();

    /** The days of employment; all unless stated. */
    @Value.Default
    default DateRange employed() {
        return DateRange.always();
    }

    /** The days of leave; none unless stated. */
    @Value.Default
    default DateRanges leaves() {
        return DateRanges.none();
    }

    /** The day on which the ramp begins; the first of employment unless stated. */
    Optional<LocalDate> rampFrom();

    /** Starts facts. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds facts. */
    final class Builder extends ImmutableQuotaFacts.Builder {
        Builder() {}
    }
}
