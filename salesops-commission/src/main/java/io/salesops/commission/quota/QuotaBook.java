package io.salesops.commission.quota;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.QuotaKey;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.immutables.value.Value;

/**
 * Every version of quotas, none of which is ever changed: relief adds one. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = QuotaBook.Builder.class)
public interface QuotaBook extends WithQuotaBook {

    /** The versions, in any order. */
    ImmutableList<QuotaVersion> versions();

    /** Obtains the book of quotas without further versions. */
    static QuotaBook of(Quota... quotas) {
        Builder book = builder();
        for (Quota quota : quotas) {
            book.addVersions(QuotaVersion.of(quota));
        }
        return book.build();
    }

    /**
     * Returns the book with one more version of a quota; every version so far stays.
     *
     * @param quota what holds now; its version number is replaced by the next one
     * @param since the first day on which it holds; all days of the period where empty
     * @throws IllegalArgumentException if there is no quota of that owner, measure and period
     */
    default QuotaBook relieve(Quota quota, Optional<LocalDate> since, String reason, Instant recordedAt) {
        int latest = versions().stream()
                .map(QuotaVersion::quota)
                .filter(other -> key(other).equals(key(quota)))
                .mapToInt(Quota::version)
                .max()
                .orElse(0);
        checkArgument(
                latest > 0,
                "no quota of %s for %s %s to relieve. Maybe the period differs.",
                quota.owner(),
                quota.measure(),
                quota.period());
        return builder()
                .from(this)
                .addVersions(new QuotaVersion(quota.withVersion(latest + 1), since, Optional.of(recordedAt), reason))
                .build();
    }

    /**
     * Returns the versions that were known, by owner, measure, period and version number.
     *
     * @param asOf only versions recorded up to its {@code knownAt} count; all where it has none
     * @return refused where a version does not say when it was recorded and that matters, and where one number stands for
     *     two versions
     */
    default Checked<ImmutableList<QuotaVersion>> known(AsOf asOf) {
        List<Finding> findings = new ArrayList<>();
        Map<QuotaKey, QuotaVersion> known = new TreeMap<>();
        for (QuotaVersion version : sorted()) {
            if (asOf.knownAt().isPresent() && version.recordedAt().isEmpty()) {
                findings.add(Finding.error(
                                "commission.quota.unrecorded",
                                "/quotas/" + version.quota().key(),
                                "quota " + version.quota().key()
                                        + " does not say when it was recorded, so what was known at "
                                        + asOf.knownAt().get() + " is unknown")
                        .maybe("Maybe load the time of recording, or ask without knownAt."));
            } else if (asOf.knownAt().isEmpty()
                    || !version.recordedAt()
                            .orElseThrow()
                            .isAfter(asOf.knownAt().get())) {
                QuotaVersion other = known.putIfAbsent(version.quota().key(), version);
                if (other != null && !other.equals(version)) {
                    findings.add(Finding.error(
                                    "commission.quota.duplicate",
                                    "/quotas/" + version.quota().key(),
                                    "two quotas are " + version.quota().key() + ": "
                                            + other.quota().amount() + " and "
                                            + version.quota().amount())
                            .maybe("Maybe the later one is version "
                                    + (version.quota().version() + 1) + "."));
                }
            }
        }
        return Checked.of(ImmutableList.copyOf(known.values()), findings);
    }

    private List<QuotaVersion> sorted() {
        return ImmutableList.sortedCopyOf(
                Comparator.comparing((QuotaVersion version) -> version.quota().key())
                        .thenComparing(version -> version.toString()),
                versions());
    }

    private static QuotaKey key(Quota quota) {
        return quota.withVersion(1).key();
    }

    /** Starts a book. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds books. */
    final class Builder extends ImmutableQuotaBook.Builder {
        Builder() {}
    }
}
