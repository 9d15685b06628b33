package io.salesops.commission.service;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.By;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * A version of a period's results: what one run posted in it.
 *
 * @param number counts from 1 in its period
 * @param run the key of the run
 * @param by who ran it and when
 * @param asOf the business day that was asked about
 * @param knownAt up to when what was recorded counted; absent where all did
 * @param posted how many entries were posted
 * @param totals what they sum to, by currency in the order of codes
 * @param refused how many payees could not be calculated, and had nothing posted
 */
@Value.Builder
@JsonDeserialize(builder = PeriodVersionBuilder.class)
public record PeriodVersion(
        int number,
        String run,
        By by,
        LocalDate asOf,
        Optional<Instant> knownAt,
        long posted,
        ImmutableList<MonetaryAmount> totals,
        long refused) {

    /** Starts a version. */
    public static PeriodVersionBuilder builder() {
        return new PeriodVersionBuilder();
    }
}
