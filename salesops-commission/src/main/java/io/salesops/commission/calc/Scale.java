package io.salesops.commission.calc;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.Measure;
import io.salesops.commission.plan.PayRate;
import io.salesops.core.money.MoneyKernel;
import io.salesops.core.money.Rational;
import io.salesops.core.money.RoundingPolicy;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;

/**
 * The units in which one call counts.
 *
 * @param currency the plan's currency
 * @param bases for each measure the decimals of what is counted: as many as the finest credit has
 * @param units for each measure the plan's currency, or no currency where units are counted
 * @param pay the decimals of pay, by the plan's rounding
 * @param mode the direction in which running pay is rounded
 */
record Scale(
        CurrencyUnit currency,
        ImmutableList<Integer> bases,
        ImmutableList<CurrencyUnit> units,
        int pay,
        RoundingMode mode) {

    /** ISO 4217's code for figures that are no money. */
    static final CurrencyUnit NO_CURRENCY = Monetary.getCurrency("XXX");

    /** Returns the units in which some credits are counted. */
    static Scale of(Program program, Counted counted) {
        return of(
                program.plan().currency(),
                program.plan().rounding(),
                program.measures(),
                counted.finest(program.measures().size()));
    }

    static Scale of(CurrencyUnit currency, RoundingPolicy rounding, List<Measure> measures, int[] finest) {
        int pay = rounding.scaleOf(currency);
        ImmutableList.Builder<Integer> bases = ImmutableList.builder();
        ImmutableList.Builder<CurrencyUnit> units = ImmutableList.builder();
        for (int i = 0; i < measures.size(); i++) {
            boolean money = measures.get(i).counts().isMoney();
            bases.add(Math.max(money ? pay : 0, finest[i]));
            units.add(money ? currency : NO_CURRENCY);
        }
        return new Scale(currency, bases.build(), units.build(), pay, rounding.mode());
    }

    MonetaryAmount counted(int measure, long minor) {
        return MoneyKernel.amount(minor, bases.get(measure), units.get(measure));
    }

    MonetaryAmount paid(long minor) {
        return MoneyKernel.amount(minor, pay, currency);
    }

    /** Units of pay in one unit of what is counted. */
    BigDecimal payPerBase(int measure) {
        return BigDecimal.ONE.movePointLeft(bases.get(measure) - pay);
    }

    /** Units of pay for each unit of a measure, at a rate. */
    Rational perUnit(PayRate rate, int measure) {
        return rate.value().times(Rational.of(payPerBase(measure)));
    }

    /** What is counted, from units of so many decimals. */
    static Rational natural(Rational units, int decimals) {
        return units.times(Rational.of(BigDecimal.ONE.movePointLeft(decimals)));
    }

    /** An amount in the plan's currency, in units of pay. */
    Rational payUnits(BigDecimal amount) {
        return Rational.of(amount.movePointRight(pay));
    }
}
