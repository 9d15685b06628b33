package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** What a rep is to reach in a period. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Quota.Builder.class)
public interface Quota extends WithQuota {

    /** Who is to reach it. */
    Field<Quota, RepId> OWNER = Field.of(Quota.class, "owner", RepId.class, quota -> Optional.of(quota.owner()));

    /** What is measured. */
    Field<Quota, String> MEASURE =
            Field.of(Quota.class, "measure", String.class, quota -> Optional.of(quota.measure()));

    /** How much. */
    Field<Quota, MonetaryAmount> AMOUNT =
            Field.of(Quota.class, "amount", MonetaryAmount.class, quota -> Optional.of(quota.amount()));

    /** The first day over which it is measured. */
    Field<Quota, LocalDate> FROM = Field.of(
            Quota.class, "from", LocalDate.class, quota -> quota.period().from());

    /** The first day after those over which it is measured. */
    Field<Quota, LocalDate> BEFORE = Field.of(
            Quota.class, "before", LocalDate.class, quota -> quota.period().before());

    /** The version, from 1. */
    Field<Quota, Long> VERSION =
            Field.of(Quota.class, "version", Long.class, quota -> Optional.of((long) quota.version()));

    /** Who is to reach it. */
    RepId owner();

    /** What is measured, for example {@code "bookings"}. */
    String measure();

    /** The days over which it is measured. */
    DateRange period();

    /** How much; not negative. */
    MonetaryAmount amount();

    /** Which version of the quota this is, from 1: relief makes a new one. */
    @Value.Default
    default int version() {
        return 1;
    }

    /** The quota's identity. */
    default QuotaKey key() {
        return new QuotaKey(owner(), measure(), period(), version());
    }

    /** The fields that conditions on quotas may name. */
    static Fields<Quota> fields() {
        return Fields.of(Quota.class, List.of(OWNER, MEASURE, AMOUNT, FROM, BEFORE, VERSION));
    }

    /** Starts a quota. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that measure, amount and version make sense; what does not is named all at once. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        if (Blanks.isBlank(measure())) {
            faults.add("measure of a quota of " + owner() + " must not be blank: '" + measure() + "'");
        }
        if (version() < 1) {
            faults.add("version of the quota of " + owner() + " must count from 1: " + version());
        }
        if (amount().isNegative()) {
            faults.add("quota of " + owner() + " for " + measure() + " must not be negative: " + amount());
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds quotas. */
    final class Builder extends ImmutableQuota.Builder {
        Builder() {}
    }
}
