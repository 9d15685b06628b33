package io.salesops.core.process;

import io.salesops.core.crm.Opportunity;
import java.time.LocalDate;
import java.util.Optional;

/**
 * An opportunity as it was at the end of a day.
 *
 * @param deal its fields on the day, as far as history tells; the others are those of today
 * @param began the day on which it began: that of its record or of selling, whichever came first
 * @param outcome open, won or lost on the day
 * @param closed the day on which it was closed; absent while open
 * @param inHindsight whether its fields are those of a later close, because nobody recorded the ones before
 */
public record DealOnDay(
        Opportunity deal, LocalDate began, StageOutcome outcome, Optional<LocalDate> closed, boolean inHindsight) {

    /** Whether it was open. */
    public boolean isOpen() {
        return outcome == StageOutcome.OPEN;
    }
}
