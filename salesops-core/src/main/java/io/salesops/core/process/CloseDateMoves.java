package io.salesops.core.process;

import io.salesops.core.crm.FieldChange;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.time.AsOf;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How often and how far the close date of a deal was moved, as its history tells.
 *
 * @param pushes how often it was moved to a later day
 * @param pulls how often it was moved to an earlier day
 * @param pushedDays the days of all pushes together
 * @param netDays the days of all pushes less those of all pulls; negative where the deal is to close earlier
 */
public record CloseDateMoves(int pushes, int pulls, long pushedDays, long netDays) {

    /** Counts the moves that were known then. Linear in the history. */
    public static CloseDateMoves of(Opportunity deal, AsOf asOf) {
        int pushes = 0;
        int pulls = 0;
        long pushed = 0;
        long net = 0;
        for (FieldChange change : deal.history()) {
            boolean isKnown = asOf.knownAt()
                    .map(limit -> !change.by().at().isAfter(limit))
                    .orElse(true);
            Optional<LocalDate> before = change.before().flatMap(CloseDateMoves::date);
            Optional<LocalDate> after = change.after().flatMap(CloseDateMoves::date);
            if (change.field().equals(Opportunity.CLOSE_DATE.name())
                    && isKnown
                    && before.isPresent()
                    && after.isPresent()) {
                long days = ChronoUnit.DAYS.between(before.get(), after.get());
                pushes += days > 0 ? 1 : 0;
                pulls += days < 0 ? 1 : 0;
                pushed += Math.max(0, days);
                net += days;
            }
        }
        return new CloseDateMoves(pushes, pulls, pushed, net);
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
