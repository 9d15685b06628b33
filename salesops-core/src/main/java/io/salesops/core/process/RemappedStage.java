package io.salesops.core.process;

import com.google.common.collect.ImmutableSortedMap;
import javax.money.MonetaryAmount;

/**
 * What becomes of the open deals of one stage.
 *
 * @param from the stage in the earlier process
 * @param to the stage in the later one
 * @param deals how many open deals are in it
 * @param before how a forecast counted them
 * @param after how it counts them now
 * @param amount their amounts, by currency
 * @param weightedBefore the amounts times the earlier probability, by currency, rounded half up to the currency's digits
 * @param weightedAfter the amounts times the later probability, by currency, rounded so too
 * @param lacking how many of them lack a field that the later stage requires
 */
public record RemappedStage(
        String from,
        String to,
        long deals,
        ForecastCategory before,
        ForecastCategory after,
        ImmutableSortedMap<String, MonetaryAmount> amount,
        ImmutableSortedMap<String, MonetaryAmount> weightedBefore,
        ImmutableSortedMap<String, MonetaryAmount> weightedAfter,
        long lacking) {}
