package io.salesops.core.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.FieldChange;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.StageInterval;
import io.salesops.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Reads what opportunities were at the end of a day.
 *
 * <p>Recorded history is undone to the day. Where there is none the dates speak: a deal whose stage is won or lost was open
 * from the day on which it began until its close date. Immutable and thread-safe. Cost: n log n in the changes of a deal that
 * has later ones, else constant.
 */
public final class DealReader {
    private final ImmutableMap<String, StageOutcome> outcomes;

    private DealReader(ImmutableMap<String, StageOutcome> outcomes) {
        this.outcomes = outcomes;
    }

    /** Makes a reader for the stages of a process, of which no two may have one name. */
    public static DealReader of(SalesProcess process) {
        ImmutableMap.Builder<String, StageOutcome> outcomes = ImmutableMap.builder();
        for (Stage stage : process.stages()) {
            outcomes.put(stage.id(), stage.outcome());
        }
        return new DealReader(outcomes.buildOrThrow());
    }

    /**
     * What a deal was, or why nobody knows; neither for a deal that had not begun.
     *
     * @param state what it was
     * @param leftOut why that cannot be told, for example {@code "closed without a close date"}
     */
    public record Reading(Optional<DealOnDay> state, Optional<String> leftOut) {
        private static final Reading NOT_YET = new Reading(Optional.empty(), Optional.empty());

        private static Reading leftOut(String reason) {
            return new Reading(Optional.empty(), Optional.of(reason));
        }
    }

    /** Reads a deal at the end of the day of {@code asOf}, or as it was known before. */
    public Reading read(Opportunity now, AsOf asOf) {
        Instant end =
                asOf.date().plusDays(1).atStartOfDay(asOf.zone()).toInstant().minusNanos(1);
        Instant known = asOf.knownAt().filter(at -> at.isBefore(end)).orElse(end);
        Opportunity deal = now;
        if (changedAfter(now, known)) {
            Optional<Optional<Opportunity>> then = now.asOf(known).value();
            if (then.isEmpty()) {
                return Reading.leftOut("history that cannot be read");
            }
            if (then.get().isEmpty()) {
                return Reading.NOT_YET;
            }
            deal = then.get().get();
        }
        return read(deal, began(deal, asOf), asOf);
    }

    private Reading read(Opportunity deal, Optional<LocalDate> began, AsOf asOf) {
        StageOutcome outcome = outcomes.get(deal.stage());
        if (outcome == null) {
            return Reading.leftOut("unknown stage '" + deal.stage() + "'");
        }
        if (began.isEmpty()) {
            return Reading.leftOut("no day on which it began");
        }
        if (began.get().isAfter(asOf.date())) {
            return Reading.NOT_YET;
        }
        if (outcome == StageOutcome.OPEN) {
            return found(deal, began.get(), outcome, Optional.empty(), false);
        }
        Optional<LocalDate> closed = deal.closeDate().or(() -> enteredLast(deal, asOf));
        if (closed.isEmpty()) {
            return Reading.leftOut("closed without a close date");
        }
        if (closed.get().isBefore(began.get())) {
            return Reading.leftOut("closed before it began");
        }
        return closed.get().isAfter(asOf.date())
                ? found(deal, began.get(), StageOutcome.OPEN, Optional.empty(), true)
                : found(deal, began.get(), outcome, closed, false);
    }

    private static Reading found(
            Opportunity deal, LocalDate began, StageOutcome outcome, Optional<LocalDate> closed, boolean inHindsight) {
        return new Reading(Optional.of(new DealOnDay(deal, began, outcome, closed, inHindsight)), Optional.empty());
    }

    private static boolean changedAfter(Opportunity deal, Instant known) {
        for (FieldChange change : deal.history()) {
            if (change.by().at().isAfter(known)) {
                return true;
            }
        }
        return false;
    }

    /** The day on which a deal began: that of its record or of selling, whichever came first. */
    public static Optional<LocalDate> began(Opportunity deal, AsOf asOf) {
        Optional<LocalDate> created = deal.createdAt().map(at -> LocalDate.ofInstant(at, asOf.zone()));
        Optional<LocalDate> engaged = deal.engagedOn();
        return created.isPresent() && engaged.isPresent()
                ? Optional.of(created.get().isBefore(engaged.get()) ? created.get() : engaged.get())
                : created.or(() -> engaged);
    }

    private static Optional<LocalDate> enteredLast(Opportunity deal, AsOf asOf) {
        ImmutableList<StageInterval> stays = deal.stageIntervals().value().orElseGet(ImmutableList::of);
        return stays.isEmpty()
                ? Optional.empty()
                : stays.get(stays.size() - 1).from().map(at -> LocalDate.ofInstant(at, asOf.zone()));
    }

    /** The last amount on record of the time before a deal was closed; absent without such a record. */
    public static Optional<javax.money.MonetaryAmount> amountBeforeClose(Opportunity deal) {
        if (deal.history().isEmpty()) {
            return Optional.empty();
        }
        return deal.stageIntervals()
                .value()
                .filter(stays -> stays.size() > 1)
                .flatMap(stays -> stays.get(stays.size() - 1).from())
                .flatMap(at -> deal.asOf(at.minusNanos(1)).value().orElseGet(Optional::empty))
                .flatMap(Opportunity::amount);
    }
}
