package io.salesops.commission.quota;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.Quota;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A version of a quota: the first one, relief of it, or a change in the middle of its period.
 *
 * @param quota the quota, with the number of the version
 * @param since the first day on which the version takes the place of earlier ones; all days of the period where absent
 * @param recordedAt when it was recorded, for quotas as they stood at an earlier instant
 * @param reason why there is this version, for example {@code "relief: key account insolvent"}
 */
@Value.Builder
@JsonDeserialize(builder = QuotaVersionBuilder.class)
public record QuotaVersion(Quota quota, Optional<LocalDate> since, Optional<Instant> recordedAt, String reason) {

    /** Checks that a version says why. */
    public QuotaVersion {
        checkArgument(!reason.isBlank(), "version %s must say why: '%s'", quota.key(), reason);
    }

    /** Obtains the first version of a quota, of which nobody asks when it was recorded. */
    public static QuotaVersion of(Quota quota) {
        return new QuotaVersion(quota, Optional.empty(), Optional.empty(), "agreed");
    }

    /** Starts a version. */
    public static QuotaVersionBuilder builder() {
        return new QuotaVersionBuilder();
    }
}
