package io.salesops.commission.calc;

import io.salesops.commission.credit.Credit;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What deals of earlier quotas' periods had booked, earned and kept back when the days of the statement's goals began.
 *
 * @param deals the deals; absent where none of them changes anything in the statement
 * @param from the first day that is not among them
 * @param some whether there are earlier deals at all
 */
record Earlier(Optional<Deals> deals, LocalDate from, boolean some) {

    /** Nothing, of a plan of which no rule asks for deals. */
    static final Earlier NOTHING = new Earlier(Optional.empty(), LocalDate.MIN, false);

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
