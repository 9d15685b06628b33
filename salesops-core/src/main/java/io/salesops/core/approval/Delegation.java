package io.salesops.core.approval;

import static com.google.common.base.Preconditions.checkArgument;

import io.salesops.core.crm.UserId;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;

/**
 * A person represents another on some days. It does not go on from there: a representative has no representative.
 *
 * @param from who is represented
 * @param to who represents
 * @param dates the days on which
 */
public record Delegation(UserId from, UserId to, DateRange dates) {

    /** Checks that there are two people. */
    public Delegation {
        checkArgument(!from.equals(to), "nobody represents himself: %s", from);
    }

    /** Obtains a delegation, for example {@code of("dora", "ben", "2026-04-01", "2026-04-15")}. */
    public static Delegation of(String from, String to, String isoFrom, String isoBefore) {
        return new Delegation(UserId.of(from), UserId.of(to), DateRange.of(isoFrom, isoBefore));
    }

    /** Whether it lets a person act for another on a day. */
    public boolean covers(UserId represented, UserId representative, LocalDate on) {
        return from.equals(represented) && to.equals(representative) && dates.contains(on);
    }
}
