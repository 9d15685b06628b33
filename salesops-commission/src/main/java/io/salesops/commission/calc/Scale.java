package io.salesops.commission.calc;

import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * The units in which one call counts.
 *
 * @param currency the plan's currency
 * @param base the decimals of credited amounts: as many as the finest credit has
 * @param pay the decimals of pay, by the plan's rounding
 * @param mode the direction in which running pay is rounded
 */
record Scale(CurrencyUnit currency, int base, int pay, RoundingMode mode) {

    static Scale of(CurrencyUnit currency, RoundingPolicy rounding, int finestCredit) {
        int pay = rounding.scaleOf(currency);
        return new Scale(currency, Math.max(pay, finestCredit), pay, rounding.mode());
    }

    MonetaryAmount credited(long minor) {
        return MoneyKernel.amount(minor, base, currency);
    }

    MonetaryAmount paid(long minor) {
        return MoneyKernel.amount(minor, pay, currency);
    }

    /** Units of pay in one unit of credited amounts, at most 1. */
    BigDecimal payPerBase() {
        return BigDecimal.ONE.movePointLeft(base - pay);
    }
}
