package io.salesops.commission.calc;

import com.google.common.collect.ImmutableSortedMap;
import io.salesops.commission.credit.Credit;
import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What deals of earlier quotas' periods had booked, earned and kept back when the days of the statement's goals began, and
 * what was earned on which day.
 *
 * @param deals the deals; absent where none of them changes anything in the statement
 * @param earnedOn what was earned on days before
 * @param from the first day that is not among them
 * @param some whether there are earlier deals at all
 */
record Earlier(Optional<Deals> deals, ImmutableSortedMap<LocalDate, Long> earnedOn, LocalDate from, boolean some) {

    /** Nothing, of a plan of which no rule asks for deals. */
    static final Earlier NOTHING = none(LocalDate.MIN, false);

    static Earlier none(LocalDate from, boolean some) {
        return new Earlier(Optional.empty(), ImmutableSortedMap.of(), from, some);
    }

    /** Returns what was earned on which day, given what the statement's own credits earned. */
    NavigableMap<LocalDate, Long> with(NavigableMap<LocalDate, Long> own) {
        if (deals.isEmpty()) {
            return own;
        }
        TreeMap<LocalDate, Long> all = new TreeMap<>(earnedOn);
        all.putAll(own.tailMap(from, true));
        return all;
    }

    /** Returns the deals with which a statement begins, its own to change. */
    Deals begin(Program program, Scale scale) {
        return deals.map(Deals::copy)
                .orElseGet(() -> new Deals(program.clawback().map(Program.Part::rule), scale.mode(), LocalDate.MIN));
    }

    /** Whether one more credit leaves this as it is. */
    boolean staysWith(Credit more) {
        return !some && !more.date().isBefore(from);
    }
}
