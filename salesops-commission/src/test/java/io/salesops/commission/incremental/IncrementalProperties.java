package io.salesops.commission.incremental;

import static com.google.common.base.Preconditions.checkNotNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.credit.Credit;
import io.salesops.commission.credit.CreditId;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.plan.Guarantee;
import io.salesops.commission.plan.Holdback;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.Release;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.commission.testkit.RunArbitraries;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Checked;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.DatedRate;
import io.salesops.core.money.Rate;
import io.salesops.core.money.RateTable;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class IncrementalProperties {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final List<PayeeId> PAYEES = List.of(PayeeId.of("ana"), PayeeId.of("ben"), PayeeId.of("max"));
    private static final ImmutableList<FiscalPeriod> MONTHS =
            IntStream.rangeClosed(1, 12).mapToObj(LedgerArbitraries::month).collect(ImmutableList.toImmutableList());

    /** What the world is made of, and changes of it with the events that tell of them. */
    private static final class World {
        private final Random random;
        private CommissionPlan plan;
        private final TreeMap<PayeeId, PayeeYear> payees = new TreeMap<>();
        private final List<DatedRate> rates = new ArrayList<>();
        private AsOf asOf = AsOf.date("2026-09-30");
        private int ids;
        private final List<ChangeEvent> events = new ArrayList<>();

        World(CommissionPlan plan, PayeeYear year, Random random) {
            this.plan = plan;
            this.random = random;
            rates.add(new DatedRate(EUR, USD, LocalDate.of(2026, 1, 1), Rational.of("1.1"), "test"));
            for (PayeeId payee : PAYEES) {
                List<Credit> credits = new ArrayList<>();
                for (Credit credit : year.credits()) {
                    credits.add(recorded(credit.withId(CreditId.of(payee + "-" + credit.id()))));
                }
                payees.put(payee, RunArbitraries.named(year.withCredits(credits), payee));
            }
        }

        private Credit recorded(Credit credit) {
            return credit.withRecordedAt(
                    Instant.parse("2026-01-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(365)));
        }

        AsOf asOf() {
            return asOf.rates(RateTable.builder().id("rates").rates(rates).build());
        }

        private PayeeId payee() {
            return PAYEES.get(random.nextInt(PAYEES.size()));
        }

        private PayeeYear year(PayeeId payee) {
            return checkNotNull(payees.get(payee));
        }

        private LocalDate day() {
            return LocalDate.of(2025, 12, 20).plusDays(random.nextInt(390));
        }

        void change() {
            switch (random.nextInt(9)) {
                case 0 -> addCredit(USD);
                case 1 -> addCredit(EUR);
                case 2 -> removeCredit();
                case 3 -> moveCredit();
                case 4 -> changeQuota();
                case 5 -> changeRate();
                case 6 -> changePlan();
                case 7 -> changeEmployment();
                default -> laterQuestion();
            }
        }

        private void set(PayeeYear year) {
            payees.put(year.payee(), year);
        }

        /** A deal of a rep rolls up to the manager: the hierarchy decides whose credits change. */
        private void addCredit(CurrencyUnit currency) {
            ids++;
            LocalDate date = day();
            for (PayeeId payee : List.of(payee(), PayeeId.of("max"))) {
                Credit credit = recorded(Credit.builder()
                        .id(CreditId.of("N-" + ids + payee))
                        .payee(payee)
                        .source("N-" + ids)
                        .date(date)
                        .measure(random.nextBoolean() ? "bookings" : "renewals")
                        .amount(Amounts.of(BigDecimal.valueOf(random.nextInt(900_000) - 200_000L, 2), currency))
                        .build());
                PayeeYear year = year(payee);
                if (year.credits().stream().noneMatch(other -> other.id().equals(credit.id()))) {
                    set(year.withCredits(ImmutableList.<Credit>builder()
                            .addAll(year.credits())
                            .add(credit)
                            .build()));
                }
            }
            events.add(new ChangeEvent.HierarchyChanged(ImmutableSortedSet.copyOf(PAYEES), date));
        }

        private void removeCredit() {
            PayeeYear year = year(payee());
            if (!year.credits().isEmpty()) {
                Credit gone = year.credits().get(random.nextInt(year.credits().size()));
                set(year.withCredits(
                        year.credits().stream().filter(credit -> credit != gone).toList()));
                events.add(ChangeEvent.CreditChanged.of(gone));
            }
        }

        private void moveCredit() {
            PayeeYear year = year(payee());
            if (!year.credits().isEmpty()) {
                Credit moved = year.credits().get(random.nextInt(year.credits().size()));
                Credit now = moved.withDate(day());
                set(year.withCredits(year.credits().stream()
                        .map(credit -> credit == moved ? now : credit)
                        .toList()));
                events.add(ChangeEvent.CreditChanged.of(moved));
                events.add(ChangeEvent.CreditChanged.of(now));
            }
        }

        private void changeQuota() {
            PayeeYear year = year(payee());
            Quota other = Quota.builder()
                    .owner(RepId.of(year.payee().value()))
                    .measure(random.nextBoolean() ? "bookings" : "renewals")
                    .period(
                            random.nextInt(4) == 0
                                    ? DateRange.of("2026-07-01", "2026-10-01")
                                    : CommissionArbitraries.YEAR)
                    .amount(Amounts.of(BigDecimal.valueOf(random.nextInt(20_000)), USD))
                    .version(2 + random.nextInt(3))
                    .build();
            set(year.withQuotas(ImmutableList.<Quota>builder()
                    .addAll(year.quotas().stream()
                            .filter(quota -> !quota.key().equals(other.key()))
                            .toList())
                    .add(other)
                    .build()));
            events.add(ChangeEvent.QuotaChanged.of(other));
        }

        private void changeRate() {
            DatedRate rate = new DatedRate(
                    EUR, USD, day(), Rational.of(BigDecimal.valueOf(100L + random.nextInt(50), 2)), "test");
            rates.removeIf(other -> other.date().equals(rate.date()));
            rates.add(rate);
            events.add(ChangeEvent.RateChanged.of(rate));
        }

        private void changePlan() {
            plan = plan.withRules(plan.rules().reverse());
            events.add(new ChangeEvent.PlanChanged(plan.effective()));
        }

        private void changeEmployment() {
            PayeeYear year = year(payee());
            set(year.withEmployed(DateRange.from(day())));
            events.add(new ChangeEvent.PayeeChanged(year.payee()));
        }

        /** No event tells of it. */
        private void laterQuestion() {
            asOf = AsOf.date(LocalDate.of(2026, 6, 1).plusDays(random.nextInt(200)));
            if (random.nextBoolean()) {
                asOf = asOf.knownAt(Instant.parse("2026-06-01T00:00:00Z").plusSeconds(86_400L * random.nextInt(200)));
            }
        }
    }

    private static List<Object> figures(Checked<ImmutableList<Statement>> checked) {
        return checked.match(
                statements -> statements.stream()
                        .map(statement -> (Object) List.of(
                                statement.lines(),
                                Amounts.number(statement.total()),
                                statement.attainments(),
                                statement.residue(),
                                statement.settlement(),
                                statement.planVersion()))
                        .toList(),
                findings -> List.of("refused"));
    }

    /** Rules that settle by the day, without a credit. */
    private static CommissionPlan settled(CommissionPlan plan) {
        CommissionPlan.Builder settled = CommissionPlan.builder().from(plan);
        if (plan.rules().stream().noneMatch(Guarantee.class::isInstance)) {
            settled.addRules(new Guarantee("least", new BigDecimal("40"), Period.ofMonths(1), Optional.empty()));
        }
        if (plan.rules().stream().noneMatch(Holdback.class::isInstance)) {
            settled.addRules(
                    new Holdback("hold", Rate.of("1/3"), new Release.After(Period.ofDays(50)), ImmutableList.of()));
        }
        return settled.build();
    }

    @Property(tries = 150)
    void recalculatingWhatIsDirtyEqualsAFullRun(
            @ForAll("plans") CommissionPlan plan,
            @ForAll("years") PayeeYear year,
            @ForAll Random random,
            @ForAll @IntRange(min = 1, max = 4) int rounds) {
        CommissionPlan settled = settled(plan);
        World world = new World(settled, year, random);
        CommissionBook book = CommissionBook.calculate(
                PlanVersions.of(List.of(settled)), MONTHS, world.payees.values(), world.asOf());
        assertThat(book.calculated()).hasSize(36);
        for (int round = 0; round < rounds; round++) {
            world.events.clear();
            for (int changes = random.nextInt(3); changes >= 0; changes--) {
                world.change();
            }
            PlanVersions plans = PlanVersions.of(List.of(world.plan));
            book = book.after(world.events, plans, world.payees.values(), world.asOf());
            CommissionBook full = CommissionBook.calculate(plans, MONTHS, world.payees.values(), world.asOf());
            CommissionBook now = book;
            full.statements()
                    .forEach((key, statements) -> assertThat(
                                    figures(checkNotNull(now.statements().get(key))))
                            .as("%s after %s", key, world.events)
                            .isEqualTo(figures(statements)));
            assertThat(now.statements().keySet()).isEqualTo(full.statements().keySet());
        }
    }

    @Property(tries = 100)
    void aCreditLeavesEarlierMonthsAndOtherPayeesAlone(
            @ForAll("plans") CommissionPlan plan, @ForAll("years") PayeeYear year, @ForAll Random random) {
        World world = new World(plan, year, random);
        PlanVersions plans = PlanVersions.of(List.of(plan));
        CommissionBook book = CommissionBook.calculate(plans, MONTHS, world.payees.values(), world.asOf());
        CommissionBook same = book.after(List.of(), plans, world.payees.values(), world.asOf());
        CommissionBook later = book.after(
                List.of(new ChangeEvent.CreditChanged(PayeeId.of("ana"), LocalDate.of(2026, 10, 1))),
                plans,
                world.payees.values(),
                world.asOf());

        assertThat(same.calculated())
                .as("nothing but what was refused")
                .allSatisfy(key -> assertThat(
                                checkNotNull(same.statements().get(key)).value())
                        .isEmpty());
        if (same.calculated().isEmpty()) {
            assertThat(later.calculated())
                    .extracting(PayeePeriod::toString)
                    .containsExactly("ana FY2026-M10", "ana FY2026-M11", "ana FY2026-M12");
        }
    }

    @Property(tries = 200)
    void changesReadBackEqual(@ForAll("changes") ChangeEvent change) {
        JsonLaws.roundTrips(change, ChangeEvent.class);
    }

    @Provide
    Arbitrary<CommissionPlan> plans() {
        return CommissionArbitraries.plans();
    }

    @Provide
    Arbitrary<PayeeYear> years() {
        return CommissionArbitraries.payeeYears();
    }

    @Provide
    Arbitrary<ChangeEvent> changes() {
        return RunArbitraries.changeEvents();
    }
}
