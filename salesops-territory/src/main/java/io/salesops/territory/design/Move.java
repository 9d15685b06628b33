package io.salesops.territory.design;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.money.Rate;
import io.salesops.territory.area.UnitId;
import java.math.BigDecimal;
import org.immutables.value.Value;

/**
 * A unit that leaves its present territory, with the reason.
 *
 * @param unit the unit
 * @param present where it was
 * @param to where it is in the plan
 * @param reason what would be worse if it alone had stayed
 * @param balance by how much the deviations of both territories, in the first measure, would together be larger if the unit
 *     alone had stayed; negative where they would be smaller
 * @param nearer by how many kilometres, or units of the plane, it is nearer to the centre of its new territory than to that
 *     of its old one; negative if farther
 * @param why the reason in one sentence
 */
@Value.Builder
@JsonDeserialize(builder = MoveBuilder.class)
public record Move(
        UnitId unit, TerritoryId present, TerritoryId to, Reason reason, Rate balance, BigDecimal nearer, String why) {

    /** Starts a move. */
    public static MoveBuilder builder() {
        return new MoveBuilder();
    }
}
