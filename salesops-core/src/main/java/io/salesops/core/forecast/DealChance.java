package io.salesops.core.forecast;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.crm.OpportunityId;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * What a forecast expects of one open deal.
 *
 * @param deal the deal
 * @param stage its stage; {@code "open"} where stages have no history
 * @param age days since it began
 * @param byStageAndAge the chance to be won within the period that all deals of this stage and time in stage have
 * @param productFactor how much more likely its product is won
 * @param ownerFactor how much more likely its owner wins
 * @param sizeFactor how much more likely its size is won
 * @param chance the chance with these factors on its odds
 * @param amount what it is expected to bring if it is won
 */
@Value.Builder
@JsonDeserialize(builder = DealChanceBuilder.class)
public record DealChance(
        OpportunityId deal,
        String stage,
        int age,
        double byStageAndAge,
        double productFactor,
        double ownerFactor,
        double sizeFactor,
        double chance,
        MonetaryAmount amount) {}
