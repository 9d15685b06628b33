package io.salesops.quote.billing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.time.DateRange;
import io.salesops.quote.document.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/** What is wrong with a billing policy, and with what is to be billed by it. */
final class BillingCheck {
    /** A thousand years of months: a longer term is a slip of the pen. */
    private static final long MOST_PERIODS = 12_000;

    private BillingCheck() {}

    static ImmutableList<Finding> policy(BillingPolicy policy) {
        List<Finding> findings = new ArrayList<>();
        policy.billingDay().ifPresent(day -> {
            if (day < 1 || day > 31) {
                findings.add(Finding.error(
                                "billing.policy.billingDay",
                                "/billingDay",
                                "billing day must be a day of the month, 1 to 31: " + day)
                        .maybe("Maybe state 31 for the last day of each month."));
            }
        });
        if (policy.rounding().residue() == ResidueOwner.NAMED_KEY
                && !policy.rounding().residueKey().equals(Optional.of("1"))) {
            findings.add(Finding.error(
                            "billing.policy.residueKey",
                            "/rounding/residueKey",
                            "only instalment 1 is in every schedule: "
                                    + policy.rounding().residueKey().orElse("absent"))
                    .maybe("Maybe let instalment 1, or the last key, own the residue."));
        }
        return ImmutableList.copyOf(findings);
    }

    static List<Finding> term(BillingPolicy policy, Term term, Optional<LocalDate> anchor, Optional<Ramp> ramp) {
        List<Finding> findings = new ArrayList<>();
        if (BillingCycle.of(policy, term, anchor).size() > MOST_PERIODS) {
            findings.add(Finding.error(
                            "billing.term.length",
                            "/term",
                            "term has more than " + MOST_PERIODS + " billing periods: " + term)
                    .maybe("Maybe a year was mistyped."));
        }
        ramp.map(Ramp::days)
                .filter(days -> !days.intersection(Ramp.days(term)).equals(Optional.of(Ramp.days(term))))
                .ifPresent(days -> findings.add(Finding.error(
                                "billing.ramp.days",
                                "/ramp",
                                "ramp must cover the whole term " + term + ", but lies " + days)
                        .maybe("Maybe add a segment, at 0 where the days are free.")));
        return findings;
    }

    /** The price of a line must be whole, and fall on something. */
    static List<Finding> price(BillingPolicy policy, BillableLine line) {
        List<Finding> findings = new ArrayList<>();
        amount(policy, "/price", line.price()).ifPresent(findings::add);
        return findings;
    }

    static Optional<Finding> amount(BillingPolicy policy, String path, MonetaryAmount amount) {
        CurrencyUnit currency = amount.getCurrency();
        if (currency.getDefaultFractionDigits() < 0 && policy.rounding().scale().isEmpty()) {
            return Optional.of(Finding.error(
                            "billing.amount.currency", path, "currency " + currency + " has no minor units of its own")
                    .maybe("Maybe state the scale in the billing policy."));
        }
        int scale = policy.rounding().scaleOf(currency);
        return Amounts.number(amount).stripTrailingZeros().scale() <= scale
                ? Optional.empty()
                : Optional.of(Finding.error(
                                "billing.amount.decimals",
                                path,
                                "amount " + amount + " has more than " + scale + " decimals")
                        .maybe("Maybe round it first, or state a larger scale in the billing policy."));
    }

    static Finding free(BillableLine line) {
        return Finding.error(
                        "billing.line.free",
                        "/ramp",
                        "no day of line " + line.id() + " costs anything, but its price is " + line.price() + ": "
                                + line.term())
                .maybe("Maybe the day count counts no day of the term, or every segment of the ramp is free.");
    }

    static List<Finding> change(BillingPolicy policy, PriceChange change) {
        List<Finding> findings = new ArrayList<>();
        amount(policy, "/before", change.before()).ifPresent(findings::add);
        amount(policy, "/after", change.after()).ifPresent(findings::add);
        DateRange period = change.period();
        if (period.from().isEmpty() || period.before().isEmpty() || counted(policy, period) <= 0) {
            findings.add(Finding.error(
                            "billing.change.period",
                            "/period",
                            "the period of a change must have days that " + policy.dayCount() + " counts: " + period)
                    .maybe("Maybe state both ends of the billing period."));
        } else if (!period.contains(change.on())) {
            findings.add(Finding.error(
                            "billing.change.day",
                            "/on",
                            "a price changes on a day of its period (" + period + "), not on " + change.on())
                    .maybe("Maybe name the period in which the change falls."));
        }
        return findings;
    }

    private static int counted(BillingPolicy policy, DateRange period) {
        return period.isEmpty()
                ? 0
                : policy.dayCount()
                        .fraction(period.from().orElseThrow(), period.before().orElseThrow(), period)
                        .signum();
    }
}
