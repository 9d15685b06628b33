package io.salesops.quote.billing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.time.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;

/**
 * Counts what recurring prices come to over days, and what a change within a period costs. Immutable and thread-safe.
 *
 * <p>Prices are exact until they are rounded, once, by the policy. Days are those of the calendar in the customer's zone: a
 * day on which clocks change is one day.
 */
public final class Prorator {
    private final BillingPolicy policy;
    private final Fingerprint fingerprint;

    private Prorator(BillingPolicy policy) {
        this.policy = policy;
        fingerprint = SalesOpsJson.fingerprint(policy);
    }

    /**
     * Makes an engine.
     *
     * @throws FindingsException with every finding of {@link BillingScheduler#check}
     */
    public static Prorator of(BillingPolicy policy) {
        ImmutableList<Finding> findings = BillingCheck.policy(policy);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new Prorator(policy);
    }

    /**
     * Returns what a monthly price comes to over a term: the months of each billing period, times the price of its days.
     *
     * <p>Where the day count {@linkplain io.salesops.core.time.DayCount#addsUp adds up}, partial periods are prorated by the
     * cycle and both parts keep its anchor, the exact prices of the parts of a term sum to that of the whole. O(periods x
     * segments).
     *
     * @return the price; or all findings that refuse it: a ramp that does not cover the term, a term of more than 12,000
     *     periods, a currency without minor units
     */
    public Checked<ProratedPrice> price(RecurringPrice price) {
        List<Finding> findings =
                new ArrayList<>(BillingCheck.term(policy, price.term(), price.anchor(), Optional.of(price.ramp())));
        BillingCheck.amount(policy, "/currency", Amounts.zero(price.currency())).ifPresent(findings::add);
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        BillingCycle cycle = BillingCycle.of(policy, price.term(), price.anchor());
        ImmutableList<BilledPeriod> periods = cycle.parts();
        Rational exact = Rational.ZERO;
        MonetaryAmount running = Amounts.zero(price.currency());
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        for (BilledPeriod period : periods) {
            Rational part = cycle.price(period, price.ramp());
            exact = exact.plus(part);
            // Steps are differences of rounded sums, so that they add up to the one amount that is rounded.
            MonetaryAmount next = policy.rounding().round(exact, price.currency());
            MonetaryAmount step = next.subtract(running);
            running = next;
            steps.add(Step.builder()
                    .rule(rule("/dayCount"))
                    .label("{days}: {months} months")
                    .amount(quantity(step))
                    .residue(part.minus(Amounts.exact(step)))
                    .putInputs("days", period.days().toString())
                    .putInputs("months", period.months().toString())
                    .build());
        }
        return Checked.accepted(ProratedPrice.builder()
                .price(price)
                .periods(periods)
                .exact(exact)
                .amount(Amounts.of(running))
                .explanation(new Explanation.Sum(
                        "price of " + price.term() + " by " + policy.dayCount(), quantity(running), steps.build()))
                .computedFrom(provenance("price", SalesOpsJson.fingerprint(price)))
                .build());
    }

    /**
     * Returns what a change within a period costs: the unused share of the old price is credited, that of the new price
     * charged; each is rounded by itself, and the credit is capped.
     *
     * @return the cost; or all findings that refuse it: amounts of more decimals than are billed, a day outside the period
     */
    public Checked<ProratedChange> change(PriceChange change) {
        List<Finding> findings = BillingCheck.change(policy, change);
        if (!findings.isEmpty()) {
            return Checked.refused(findings);
        }
        DateRange rest = DateRange.of(change.on(), change.period().before().orElseThrow());
        Rational unused = policy.dayCount().share(rest, change.period());
        CurrencyUnit currency = change.before().getCurrency();
        MonetaryAmount wanted = share(change.before(), unused);
        MonetaryAmount credited = change.cap().map(cap -> cap.limit(wanted)).orElse(wanted);
        MonetaryAmount charge = share(change.after(), unused);
        MonetaryAmount net = charge.subtract(credited);
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        steps.add(step("credit for {unused} of {price}", wanted.negate(), change.before(), unused));
        if (credited.compareTo(wanted) != 0) {
            steps.add(step(
                    "no more than was paid and not yet credited", wanted.subtract(credited), change.before(), unused));
        }
        steps.add(step("charge for {unused} of {price}", charge, change.after(), unused));
        return Checked.accepted(ProratedChange.builder()
                .change(change)
                .unused(unused)
                .credit(Amounts.of(credited.negate()))
                .charge(charge)
                .net(Amounts.of(net))
                .explanation(new Explanation.Sum(
                        "change on " + change.on() + " within " + change.period() + ", in "
                                + currency.getCurrencyCode(),
                        quantity(net),
                        steps.build()))
                .computedFrom(provenance("change", SalesOpsJson.fingerprint(change)))
                .build());
    }

    private MonetaryAmount share(MonetaryAmount price, Rational share) {
        return policy.rounding().round(Amounts.exact(price).times(share), price.getCurrency());
    }

    private Step step(String label, MonetaryAmount amount, MonetaryAmount price, Rational unused) {
        return Step.builder()
                .rule(rule("/dayCount"))
                .label(label)
                .amount(quantity(amount))
                .putInputs("unused", unused.toString())
                .putInputs("price", Amounts.number(price).toPlainString())
                .build();
    }

    private RuleRef rule(String path) {
        return new RuleRef(policy.id(), policy.version(), path);
    }

    private Provenance provenance(String role, Fingerprint facts) {
        return Provenance.builder()
                .engine("Prorator")
                .putInputs("policy", new Provenance.Input(policy.id(), policy.version(), fingerprint))
                .putInputs(role, new Provenance.Input(role, "1", facts))
                .build();
    }

    private static Quantity quantity(MonetaryAmount amount) {
        return Quantity.of(Amounts.number(amount), amount.getCurrency().getCurrencyCode());
    }
}
