package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.credit.ConvertedCredits;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditAllocator;
import io.salesops.commission.credit.CreditConverter;
import io.salesops.commission.credit.CreditEvent;
import io.salesops.commission.credit.CreditEventId;
import io.salesops.commission.credit.CreditExchange;
import io.salesops.commission.credit.CreditItem;
import io.salesops.commission.credit.CreditRule;
import io.salesops.commission.credit.CreditRules;
import io.salesops.commission.credit.Credits;
import io.salesops.commission.credit.EventCredits;
import io.salesops.commission.credit.EventLine;
import io.salesops.commission.credit.ExchangeDay;
import io.salesops.commission.credit.Recipients;
import io.salesops.commission.credit.RollUp;
import io.salesops.commission.credit.SalesOrg;
import io.salesops.commission.credit.Uncredited;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Events of 2026 in US dollars, crediting rules and organisations that fit together: no generated case has an error. */
public final class CreditArbitraries {

    /** The day as of which all events of a case count. */
    public static final AsOf END = AsOf.date("2026-12-31");

    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate MIDDLE = LocalDate.of(2026, 7, 1);
    private static final ImmutableList<String> SELLERS = ImmutableList.of("ana", "ben", "cho", "dan");
    private static final ImmutableList<String> EVERYBODY =
            ImmutableList.of("ana", "ben", "cho", "dan", "max", "mia", "zoe");

    private CreditArbitraries() {}

    /**
     * What one call of crediting takes.
     *
     * @param rules sound
     * @param org knows everybody whom the rules and events name, and nobody reports in a circle
     * @param events sound, each with what it reverses
     */
    public record CreditCase(CreditRules rules, SalesOrg org, ImmutableList<CreditEvent> events) {

        /** Returns the credits as of the end of the year. */
        public Credits credits() {
            return CreditAllocator.of(rules).credit(events, org, END);
        }
    }

    /** Ids of events: E-1 to E-30. */
    public static Arbitrary<CreditEventId> creditEventIds() {
        return CrmArbitraries.ids("E-", CreditEventId::of);
    }

    /** Shares of one to four sellers that sum to exactly 100%, some of whose decimals do not end. */
    public static Arbitrary<ImmutableMap<PayeeId, Rate>> shares() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.integers().between(1, 9).list().ofSize(4))
                .as((size, weights) -> {
                    long sum = weights.subList(0, size).stream()
                            .mapToLong(Integer::longValue)
                            .sum();
                    ImmutableMap.Builder<PayeeId, Rate> shares = ImmutableMap.builder();
                    for (int i = 0; i < size; i++) {
                        shares.put(PayeeId.of(SELLERS.get(i)), new Rate(Rational.of(weights.get(i), sum)));
                    }
                    return shares.build();
                });
    }

    /** Recipients of all kinds. */
    public static Arbitrary<Recipients> recipients() {
        return Arbitraries.oneOf(
                shares().map(Recipients.Shares::new),
                Arbitraries.of(
                        new Recipients.Owner(),
                        new Recipients.DealSplit(),
                        new Recipients.TeamMembers(TeamId.of("emea"))));
    }

    private static Arbitrary<Criteria<CreditItem>> conditions() {
        return Arbitraries.of(
                Criteria.all(),
                CreditItem.PRODUCT.is(ProductId.of("B")),
                CreditItem.OWNER.in(RepId.of("ana"), RepId.of("cho")),
                CreditItem.DATE.atLeast(MIDDLE));
    }

    /** Splits of a priority. */
    public static Arbitrary<CreditRule.Split> splits(String id, int priority) {
        return Combinators.combine(
                        recipients(),
                        conditions(),
                        Arbitraries.of("100%", "100%", "60%", "1/3").map(Rate::of),
                        Arbitraries.of("", "named"))
                .as((to, when, claims, measure) -> CreditRule.Split.builder()
                        .id(id)
                        .priority(priority)
                        .to(to)
                        .when(when)
                        .claims(claims)
                        .measure(Optional.of(measure).filter(text -> !text.isEmpty()))
                        .build());
    }

    /** Overlays of one or two specialists. */
    public static Arbitrary<CreditRule.Overlay> overlays(String id, int priority) {
        return Combinators.combine(
                        Arbitraries.of("0%", "20%", "12.5%", "1/3", "110%").map(Rate::of),
                        Arbitraries.of(true, false),
                        conditions())
                .as((share, both, when) -> {
                    CreditRule.Overlay.Builder overlay = CreditRule.Overlay.builder()
                            .id(id)
                            .priority(priority)
                            .when(when)
                            .putShares(PayeeId.of("zoe"), share);
                    if (both) {
                        overlay.putShares(PayeeId.of("ana"), Rate.of("5%"));
                    }
                    return overlay.build();
                });
    }

    /** Rules of all kinds. */
    public static Arbitrary<CreditRule> creditRules() {
        return Arbitraries.oneOf(
                splits("split", 10).map(split -> split),
                overlays("overlay", 10).map(overlay -> overlay),
                exclusions().map(exclusion -> exclusion));
    }

    private static Arbitrary<CreditRule.Exclude> exclusions() {
        return Arbitraries.of("internal deal", "returned")
                .map(reason -> CreditRule.Exclude.builder()
                        .id("exclude")
                        .when(CreditItem.PRODUCT.is(ProductId.of("X")))
                        .reason(reason)
                        .build());
    }

    /** Roll-ups over one to three levels. */
    public static Arbitrary<RollUp> rollUps() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.of("10%", "50%", "1/3", "100%")
                                .map(Rate::of)
                                .list()
                                .ofSize(3),
                        Arbitraries.of(true, false),
                        Arbitraries.of(RollUp.Mode.class),
                        Arbitraries.of("", "7%"))
                .as((levels, shares, all, mode, own) -> RollUp.builder()
                        .id("managers")
                        .levels(levels)
                        .shares(all ? List.of() : shares.subList(0, levels))
                        .mode(mode)
                        .own(Optional.of(own).filter(text -> !text.isEmpty()).map(Rate::of))
                        .build());
    }

    /** Documents of one to three splits, overlays, exclusions and roll-ups. */
    public static Arbitrary<CreditRules> creditRuleSets() {
        Arbitrary<RoundingPolicy> roundings = Arbitraries.of(
                RoundingPolicy.halfUp(),
                RoundingPolicy.builder().mode(RoundingMode.HALF_EVEN).build(),
                RoundingPolicy.builder().residue(ResidueOwner.LAST_KEY).build(),
                RoundingPolicy.builder()
                        .residue(ResidueOwner.NAMED_KEY)
                        .residueKey("ben")
                        .build());
        return Combinators.combine(
                        splits("first", 10),
                        splits("second", 20),
                        splits("rest", 100),
                        overlays("specialist", 10),
                        overlays("other-specialist", 20),
                        exclusions(),
                        rollUps(),
                        Combinators.combine(roundings, Arbitraries.integers().between(0, 31))
                                .as(Tuple::of))
                .as((first, second, rest, overlay, other, exclude, rollUp, how) -> {
                    int which = how.get2();
                    CreditRules.Builder rules =
                            CreditRules.builder().id("generated").version("1").rounding(how.get1());
                    rules.addRules(first);
                    add(rules, second, which & 1);
                    add(rules, rest, which & 2);
                    add(rules, overlay, which & 4);
                    add(rules, other, which & 4);
                    add(rules, exclude, which & 8);
                    if ((which & 16) != 0) {
                        rules.addRollUps(rollUp);
                    }
                    return rules.build();
                });
    }

    private static void add(CreditRules.Builder rules, CreditRule rule, int present) {
        if (present != 0) {
            rules.addRules(rule);
        }
    }

    /** Rules with one fault in what they mean. */
    public static Arbitrary<NearlyValid<CreditRules>> nearlyValidCreditRules() {
        return NearlyValid.from(
                creditRuleSets(),
                ImmutableList.of(
                        new Flaw<>(
                                "commission.credit.shares",
                                rules -> with(
                                        rules,
                                        split("fault")
                                                .withTo(new Recipients.Shares(ImmutableMap.of(
                                                        PayeeId.of("ana"),
                                                        Rate.of("50%"),
                                                        PayeeId.of("ben"),
                                                        Rate.of("49.99%")))))),
                        new Flaw<>(
                                "commission.credit.negative",
                                rules -> with(
                                        rules,
                                        split("fault")
                                                .withTo(new Recipients.Shares(ImmutableMap.of(
                                                        PayeeId.of("ana"),
                                                        Rate.of("110%"),
                                                        PayeeId.of("ben"),
                                                        Rate.of("-10%")))))),
                        new Flaw<>(
                                "commission.credit.claims",
                                rules -> with(rules, split("fault").withClaims(Rate.of("101%")))),
                        new Flaw<>("commission.rule.duplicate", rules -> with(rules, split("first"))),
                        new Flaw<>(
                                "commission.credit.levels",
                                rules -> rules.withRollUps(
                                        RollUp.builder().id("fault").levels(0).build())),
                        new Flaw<>(
                                "commission.credit.period", rules -> rules.withEffective(DateRange.of(FIRST, FIRST))),
                        new Flaw<>(
                                "commission.credit.overlap",
                                rules -> with(with(rules, split("fault")), split("other-fault")))));
    }

    private static CreditRule.Split split(String id) {
        return CreditRule.Split.builder()
                .id(id)
                .priority(7)
                .to(new Recipients.Owner())
                .build();
    }

    private static CreditRules with(CreditRules rules, CreditRule more) {
        return CreditRules.builder().from(rules).addRules(more).build();
    }

    /** Organisations in which everybody is known, and who reports to whom changes in July; never in a circle. */
    public static Arbitrary<SalesOrg> salesOrgs() {
        Arbitrary<List<Integer>> managers =
                Arbitraries.integers().between(0, EVERYBODY.size()).list().ofSize(2 * EVERYBODY.size());
        Arbitrary<Set<String>> members =
                Arbitraries.of(SELLERS).set().ofMinSize(1).ofMaxSize(3);
        return Combinators.combine(managers, members).as((above, team) -> {
            Hierarchy.Builder hierarchy = Hierarchy.builder();
            for (int i = 0; i < EVERYBODY.size(); i++) {
                link(hierarchy, i, above.get(2 * i), DateRange.before(MIDDLE));
                link(hierarchy, i, above.get(2 * i + 1), DateRange.from(MIDDLE));
            }
            Team.Builder emea = Team.builder().id(TeamId.of("emea")).name("EMEA");
            team.stream()
                    .sorted()
                    .forEach(rep -> emea.addMembers(new Team.Membership(RepId.of(rep), DateRange.always())));
            return SalesOrg.builder()
                    .hierarchy(hierarchy.build())
                    .addTeams(emea.build())
                    .reps(EVERYBODY.stream()
                            .map(name -> SalesRep.builder()
                                    .id(RepId.of(name))
                                    .name(name)
                                    .build())
                            .toList())
                    .build();
        });
    }

    /** A manager stands later in the list, so that there are no circles. */
    private static void link(Hierarchy.Builder hierarchy, int rep, int manager, DateRange dates) {
        if (manager > rep && manager < EVERYBODY.size()) {
            hierarchy.addLinks(
                    new Hierarchy.Reporting(RepId.of(EVERYBODY.get(rep)), RepId.of(EVERYBODY.get(manager)), dates));
        }
    }

    /** Lines of products, with units and margin. */
    public static Arbitrary<EventLine> eventLines() {
        return Combinators.combine(
                        Arbitraries.of("A", "B", "X"),
                        Arbitraries.longs().between(0, 2_000_00),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.longs().between(-300_00, 500_00))
                .as((product, cents, units, margin) -> EventLine.of("1", product, cents(cents))
                        .withUnits(BigDecimal.valueOf(units))
                        .withMargin(cents(margin)));
    }

    /** Bookings, invoices and payments, some with lines and agreed shares. */
    public static Arbitrary<CreditEvent> creditEvents() {
        Arbitrary<LocalDate> dates = Arbitraries.integers().between(0, 364).map(FIRST::plusDays);
        return Combinators.combine(
                        creditEventIds(),
                        dates,
                        Arbitraries.of(SELLERS).map(RepId::of),
                        Arbitraries.longs().between(-500_00, 9_000_00),
                        Arbitraries.of(Credit.Basis.class),
                        eventLines().list().ofMaxSize(3),
                        shares().optional(0.3))
                .as((id, date, owner, cents, basis, lines, split) -> {
                    List<EventLine> named = new ArrayList<>();
                    long sum = 0;
                    for (EventLine line : lines) {
                        named.add(line.withId(Integer.toString(named.size() + 1)));
                        sum += Amounts.number(line.amount()).movePointRight(2).longValueExact();
                    }
                    return CreditEvent.builder()
                            .id(id)
                            .date(date)
                            .owner(owner)
                            .account(AccountId.of("A-1"))
                            .basis(basis)
                            .amount(cents(named.isEmpty() ? cents : sum))
                            .units(named.isEmpty() ? Optional.of(new BigDecimal("2.5")) : Optional.empty())
                            .margin(named.isEmpty() ? Optional.of(cents(cents / 3)) : Optional.empty())
                            .lines(named)
                            .split(split.orElse(ImmutableMap.of()))
                            .build();
                });
    }

    /** Kinds of records of crediting on which conditions are read. */
    public static Arbitrary<Fields<?>> kinds() {
        return Arbitraries.of(CreditItem.fields());
    }

    /** Returns an event that takes back so many cents of a booking. */
    public static CreditEvent refund(CreditEvent of, String id, LocalDate date, long cents) {
        return CreditEvent.builder()
                .id(CreditEventId.of(id))
                .date(date)
                .reverses(of.id())
                .owner(of.owner())
                .basis(of.basis())
                .amount(cents(-cents))
                .build();
    }

    /** Up to six events with unlike ids, about half of them taken back in up to three parts, wholly or not. */
    public static Arbitrary<ImmutableList<CreditEvent>> eventLists() {
        Arbitrary<List<Integer>> parts =
                Arbitraries.integers().between(0, 100).list().ofMaxSize(3);
        return Combinators.combine(
                        creditEvents().list().ofMaxSize(6), parts.list().ofSize(6))
                .as((events, refunds) -> {
                    ImmutableList.Builder<CreditEvent> all = ImmutableList.builder();
                    for (int i = 0; i < events.size(); i++) {
                        CreditEvent event =
                                events.get(i).withId(CreditEventId.of("E-" + i)).withSource("E-" + i);
                        all.add(event);
                        long left =
                                Amounts.number(event.amount()).movePointRight(2).longValueExact();
                        int number = 0;
                        for (int percent : refunds.get(i)) {
                            long part = left * percent / 100;
                            left -= part;
                            all.add(refund(
                                            event,
                                            "R-" + i + "-" + number,
                                            event.date().plusDays(number),
                                            part)
                                    .withDate(later(event, number)));
                            number++;
                        }
                    }
                    return all.build();
                });
    }

    private static LocalDate later(CreditEvent event, int days) {
        LocalDate date = event.date().plusDays(days);
        return date.isAfter(END.date()) ? END.date() : date;
    }

    /** Rules, an organisation and events that fit together. */
    public static Arbitrary<CreditCase> creditCases() {
        return Combinators.combine(creditRuleSets(), salesOrgs(), eventLists()).as(CreditCase::new);
    }

    /** What rules were put on: events and their lines. */
    public static Arbitrary<CreditItem> creditItems() {
        return creditEvents()
                .map(event -> new CreditItem(event, event.lines().stream().findFirst()));
    }

    /** Credits of cases. */
    public static Arbitrary<Credits> manyCredits() {
        return creditCases().map(CreditCase::credits);
    }

    /** What nobody has, of one event or of a line of it. */
    public static Arbitrary<Uncredited> uncredited() {
        return Combinators.combine(
                        creditEventIds(),
                        Arbitraries.of("1", "2").optional(),
                        CrmArbitraries.amounts("USD"),
                        Arbitraries.of("no split is met", "excluded by exclude: returned"))
                .as(Uncredited::new);
    }

    /** The credits of one event, with their steps. */
    public static Arbitrary<EventCredits> eventCredits() {
        return Combinators.combine(creditRuleSets(), salesOrgs(), creditEvents())
                .as((rules, org, event) ->
                        CreditAllocator.of(rules).credit(event, org, END).orThrow());
    }

    /** Days of exchange rates of all kinds. */
    public static Arbitrary<ExchangeDay> exchangeDays() {
        return Arbitraries.of(
                new ExchangeDay.PlanRate(FIRST),
                new ExchangeDay.EventDate(),
                new ExchangeDay.PeriodEnd(FiscalCalendar.startingIn(Month.FEBRUARY), FiscalPeriod.Kind.QUARTER),
                new ExchangeDay.PeriodEnd(FiscalCalendar.startingIn(Month.JANUARY), FiscalPeriod.Kind.MONTH));
    }

    /** Conventions of converting into euros. */
    public static Arbitrary<CreditExchange> creditExchanges() {
        return exchangeDays()
                .map(on -> CreditExchange.builder()
                        .id("generated")
                        .version("1")
                        .currency(EUR)
                        .on(on)
                        .build());
    }

    /** Rates from dollars to euros that change every quarter. */
    public static RateTable rates() {
        RateTable.Builder rates = RateTable.builder().id("quarters");
        for (int quarter = 0; quarter < 4; quarter++) {
            rates.addRates(DatedRate.builder()
                    .from(USD)
                    .to(EUR)
                    .date(FIRST.plusMonths(3L * quarter))
                    .rate(Rational.of(91 + 2L * quarter, 100))
                    .source("generated")
                    .build());
        }
        return rates.build();
    }

    /** Credits in euros. */
    public static Arbitrary<ConvertedCredits> convertedCredits() {
        return Combinators.combine(creditExchanges(), CommissionArbitraries.credits())
                .as((exchange, credits) -> CreditConverter.of(exchange).convert(credits, END.rates(rates())));
    }

    private static MonetaryAmount cents(long cents) {
        return Amounts.of(BigDecimal.valueOf(cents, 2), USD);
    }
}
