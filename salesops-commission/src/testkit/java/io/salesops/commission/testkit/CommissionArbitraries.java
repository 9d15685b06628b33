package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.commission.calc.CommissionCalculator;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.ledger.LedgerEntryId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Conventions;
import io.salesops.commission.plan.Level;
import io.salesops.commission.plan.PayRate;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.plan.PlanRule;
import io.salesops.commission.plan.PlanRule.TierMode;
import io.salesops.commission.plan.Spiff;
import io.salesops.commission.plan.Tier;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Plans, credits and payees of one year, 2026, in US dollars; each plan passes its check. */
public final class CommissionArbitraries {

    /** The year in which plans hold, quotas run and most credits fall. */
    public static final DateRange YEAR = DateRange.of("2026-01-01", "2027-01-01");

    /** The payee of all credits and quotas. */
    public static final PayeeId PAYEE = PayeeId.of("ana");

    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final ImmutableList<String> MEASURES = ImmutableList.of("bookings", "renewals");

    private CommissionArbitraries() {}

    /** Rates at which pay often ends in half a cent, and some whose decimals do not end. */
    public static Arbitrary<Rate> rates() {
        return Arbitraries.of("0%", "3.3%", "5%", "7.5%", "10%", "12.5%", "1/3", "1/7", "100%", "140%")
                .map(Rate::of);
    }

    /** Tables of one to four tiers; the last has no bound. */
    public static Arbitrary<ImmutableList<Tier>> tiers() {
        Arbitrary<List<Rate>> steps = Arbitraries.of("1%", "1/3", "25%", "50%", "100%")
                .map(Rate::of)
                .list()
                .ofMaxSize(3);
        return Combinators.combine(steps, rates().list().ofSize(4)).as((widths, rates) -> {
            ImmutableList.Builder<Tier> tiers = ImmutableList.builder();
            Rate bound = Rate.ZERO;
            for (int i = 0; i < widths.size(); i++) {
                bound = bound.plus(widths.get(i));
                tiers.add(new Tier(Optional.of(Level.of(bound)), PayRate.of(rates.get(i))));
            }
            return tiers.add(new Tier(Optional.empty(), PayRate.of(rates.get(widths.size()))))
                    .build();
        });
    }

    /** Plans of one marginal rule on bookings. */
    public static Arbitrary<CommissionPlan> marginalPlans() {
        return tiers().map(tiers -> plan(
                ImmutableList.of(new PlanRule.Tiered("tiers", "bookings", TierMode.MARGINAL, tiers)),
                Conventions.builder().build(),
                RoundingMode.HALF_UP));
    }

    /** Plans of all kinds of rules on bookings, renewals and the measures of {@link RuleArbitraries}, with every convention. */
    public static Arbitrary<CommissionPlan> plans() {
        return Combinators.combine(
                        RuleArbitraries.earning("a"),
                        RuleArbitraries.earning("b"),
                        RuleArbitraries.adjusting(),
                        RuleArbitraries.settling(),
                        conventions(),
                        Arbitraries.of(
                                RoundingMode.HALF_UP,
                                RoundingMode.HALF_EVEN,
                                RoundingMode.DOWN,
                                RoundingMode.FLOOR,
                                RoundingMode.UP),
                        Arbitraries.of(Conventions.Change.class))
                .as((a, b, adjusting, settling, chosen, mode, change) -> unambiguous(plan(
                                ImmutableList.<PlanRule>builder()
                                        .add(a)
                                        .add(b)
                                        .addAll(adjusting)
                                        .addAll(settling)
                                        .build(),
                                chosen.withChange(change),
                                mode)
                        .withMeasures(RuleArbitraries.measures())));
    }

    /** Says of a plan whose rules overlap that they add up, and starts one anew that cannot carry on: else it is refused. */
    private static CommissionPlan unambiguous(CommissionPlan plan) {
        Set<String> refused =
                CommissionCalculator.check(plan).stream().map(Finding::code).collect(ImmutableSet.toImmutableSet());
        Conventions conventions = plan.conventions();
        if (refused.contains("commission.rule.overlap")) {
            conventions = conventions.withOverlap(Conventions.Overlap.ADDED);
        }
        if (refused.contains("commission.change.reopens")) {
            conventions = conventions.withChange(Conventions.Change.STARTS_ANEW);
        }
        return plan.withConventions(conventions);
    }

    /** Every combination of conventions. */
    static Arbitrary<Conventions> conventions() {
        return Combinators.combine(
                        Arbitraries.of(Conventions.Tie.class),
                        Arbitraries.of(Conventions.ZeroQuota.class),
                        Arbitraries.of(Conventions.RateDate.class),
                        Arbitraries.of(Conventions.Days.class),
                        Arbitraries.of(PlanRule.GateMode.class),
                        Arbitraries.of(Spiff.Per.class),
                        Arbitraries.of(Conventions.Target.class))
                .as((tie, zero, exchange, days, gate, spiff, target) -> Conventions.builder()
                        .tie(tie)
                        .zeroQuota(zero)
                        .exchange(exchange)
                        .days(days)
                        .gate(gate)
                        .spiff(spiff)
                        .target(target)
                        .build());
    }

    private static CommissionPlan plan(List<PlanRule> rules, Conventions conventions, RoundingMode mode) {
        return CommissionPlan.builder()
                .id(PlanId.of("generated"))
                .version("1")
                .effective(YEAR)
                .currency(USD)
                .rules(rules)
                .conventions(conventions)
                .rounding(RoundingPolicy.builder().mode(mode).build())
                .build();
    }

    /** Credits with different ids, in any order of dates, some of them refunds. */
    public static Arbitrary<ImmutableList<Credit>> credits() {
        return credits(Arbitraries.longs().between(-2_000_00, 5_000_00));
    }

    /** Credits of the given amounts in cents. */
    public static Arbitrary<ImmutableList<Credit>> credits(Arbitrary<Long> cents) {
        Arbitrary<LocalDate> dates = Arbitraries.integers()
                .between(0, 364)
                .map(day -> LocalDate.of(2026, 1, 1).plusDays(day));
        Arbitrary<Integer> months = Arbitraries.integers().between(0, 20);
        return Combinators.combine(dates, cents, Arbitraries.of(MEASURES), months, Arbitraries.of(true, false))
                .as((date, amount, measure, since, below) -> Credit.builder()
                        .id(CreditId.of("generated"))
                        .payee(PAYEE)
                        .source("generated")
                        .date(date)
                        .amount(Amounts.of(BigDecimal.valueOf(amount, 2), USD))
                        .margin(Amounts.of(BigDecimal.valueOf(amount / 3, 2), USD))
                        .units(BigDecimal.valueOf(amount, 2))
                        .started(date.minusMonths(since))
                        .paidBelow(below ? Optional.of(Rate.of("5%")) : Optional.empty())
                        .measure(measure)
                        .build())
                .list()
                .ofMaxSize(12)
                .map(CommissionArbitraries::named);
    }

    private static ImmutableList<Credit> named(List<Credit> credits) {
        ImmutableList.Builder<Credit> named = ImmutableList.builder();
        for (int i = 0; i < credits.size(); i++) {
            CreditId id = CreditId.of("C-" + i);
            named.add(credits.get(i).withId(id).withSource(id.value()));
        }
        return named.build();
    }

    /** Payees with a quota of the year for each measure, sometimes zero, and credits. */
    public static Arbitrary<PayeeYear> payeeYears() {
        Arbitrary<Integer> amounts = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(1, Arbitraries.just(0)),
                net.jqwik.api.Tuple.of(9, Arbitraries.integers().between(1, 20_000)));
        return Combinators.combine(amounts, amounts, credits())
                .as((bookings, renewals, credits) -> PayeeYear.builder()
                        .payee(PAYEE)
                        .addQuotas(
                                quota("bookings", bookings),
                                quota("renewals", renewals),
                                quota("margin", bookings / 3),
                                quota("reliable", renewals),
                                counted("seats", bookings),
                                counted("logos", renewals / 5_000))
                        .credits(credits)
                        .build());
    }

    /** Returns the payee's quota of the year. */
    public static Quota quota(String measure, long dollars) {
        return Quota.builder()
                .owner(RepId.of(PAYEE.value()))
                .measure(measure)
                .period(YEAR)
                .amount(Amounts.of(BigDecimal.valueOf(dollars), USD))
                .build();
    }

    private static Quota counted(String measure, long units) {
        return quota(measure, units).withAmount(Amounts.of(BigDecimal.valueOf(units), Monetary.getCurrency("XXX")));
    }

    /** Ids of postings: E-1 to E-30. */
    public static Arbitrary<LedgerEntryId> ledgerEntryIds() {
        return CrmArbitraries.ids("E-", LedgerEntryId::of);
    }

    /** Postings of all kinds to a payee, from months of the year, some of them posted in a later month. */
    public static Arbitrary<LedgerEntry> ledgerEntries(PayeeId payee) {
        Arbitrary<Integer> months = Arbitraries.integers().between(1, 12);
        return Combinators.combine(
                        ledgerEntryIds(),
                        Arbitraries.of(LedgerEntry.Kind.class),
                        Arbitraries.of("new-business", "draw", "spiff"),
                        CrmArbitraries.ids("C-", String::valueOf),
                        months,
                        months,
                        CrmArbitraries.amounts("USD"),
                        CrmArbitraries.by())
                .as((id, kind, component, source, one, other, amount, by) -> LedgerEntry.builder()
                        .id(id)
                        .kind(kind)
                        .payee(payee)
                        .component(component)
                        .source(source)
                        .origin(month(Math.min(one, other)))
                        .postedIn(month(Math.max(one, other)))
                        .amount(amount)
                        .by(by)
                        .build());
    }

    /** Postings to a few payees. */
    public static Arbitrary<LedgerEntry> ledgerEntries() {
        return Arbitraries.of("ana", "ben", "cho").map(PayeeId::of).flatMap(CommissionArbitraries::ledgerEntries);
    }

    /** Kinds of records of this module on which conditions are read. */
    public static Arbitrary<Fields<?>> kinds() {
        return Arbitraries.of(CommissionPlan.fields(), LedgerEntry.fields());
    }

    private static FiscalPeriod month(int month) {
        LocalDate first = LocalDate.of(2026, month, 1);
        return new FiscalPeriod(String.format("FY2026-M%02d", month), first, first.plusMonths(1));
    }
}
