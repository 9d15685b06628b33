package io.salesops.commission.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.money.Rate;
import io.salesops.core.time.DateRange;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * How far a payee came in a measure.
 *
 * @param over the days over which the measure accumulates: the period of the quota
 * @param quota what is to be reached; absent where no rule needs one
 * @param before what was credited before the period
 * @param after what was credited up to the period's end
 * @param rateBefore {@code before} as a share of the quota; absent without quota
 * @param rateAfter {@code after} as a share of the quota; absent without quota
 */
@Value.Builder
@JsonDeserialize(builder = AttainmentBuilder.class)
public record Attainment(
        DateRange over,
        Optional<MonetaryAmount> quota,
        MonetaryAmount before,
        MonetaryAmount after,
        Optional<Rate> rateBefore,
        Optional<Rate> rateAfter) {

    /** Starts an attainment. */
    public static AttainmentBuilder builder() {
        return new AttainmentBuilder();
    }
}
