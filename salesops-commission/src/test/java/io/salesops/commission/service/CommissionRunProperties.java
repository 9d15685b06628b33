package io.salesops.commission.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.commission.statement.Statement;
import io.salesops.commission.testkit.CommissionArbitraries;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.commission.testkit.RunArbitraries;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Half a year of runs, month by month, over credits that are recorded up to half a year late. */
class CommissionRunProperties {
    private static final int MONTHS = 6;

    /** What was there when a month was closed. */
    private record Closed(FiscalPeriod month, AsOf asOf, List<LedgerEntry> ledger, List<StatementVersion> versions) {}

    private static AsOf atEndOf(int month) {
        FiscalPeriod period = LedgerArbitraries.month(month);
        return AsOf.date(period.before().minusDays(1)).knownAt(at(month));
    }

    private static Instant at(int month) {
        return LedgerArbitraries.month(month).before().atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC);
    }

    private static PayeeYear recorded(PayeeYear year, Random random) {
        return year.withCredits(year.credits().stream()
                .map(credit -> credit.withRecordedAt(credit.date()
                        .plusDays(random.nextInt(180))
                        .atStartOfDay()
                        .toInstant(ZoneOffset.UTC)))
                .toList());
    }

    private static StatementKey key(CommissionPlan plan, int month) {
        return new StatementKey(plan.id(), LedgerArbitraries.month(month), CommissionArbitraries.PAYEE);
    }

    private static List<Object> figures(Statement statement) {
        return List.of(
                statement.lines(), Amounts.number(statement.total()), statement.attainments(), statement.residue());
    }

    private static List<Closed> closed(Office office, CommissionPlan plan, PayeeYear year) {
        office.stores.get(Participants.class).save(Participant.of(plan.id(), year), 0);
        CommissionRun runs = office.runs(RunPolicy.standard(), plan);
        List<Closed> all = new ArrayList<>();
        for (int month = 1; month <= MONTHS; month++) {
            By by = new By(UserId.of("finance"), at(month));
            if (month % 2 == 0) {
                runs.run("draft-" + month, LedgerArbitraries.month(month), atEndOf(month), by, Execution.here())
                        .orThrow();
            }
            runs.close("close-" + month, LedgerArbitraries.month(month), atEndOf(month), by, Execution.here())
                    .orThrow();
            List<StatementVersion> versions = new ArrayList<>();
            for (int origin = 1; origin <= month; origin++) {
                versions.add(office.stores
                        .get(StatementVersions.class)
                        .latest(key(plan, origin))
                        .orElseThrow());
            }
            all.add(new Closed(
                    LedgerArbitraries.month(month),
                    atEndOf(month),
                    office.ledger().entries(),
                    versions));
        }
        return all;
    }

    @Property(tries = 60)
    void aLedgerKeepsItsLaws(
            @ForAll("plans") CommissionPlan plan, @ForAll("years") PayeeYear facts, @ForAll Random random) {
        Office office = new Office();
        PayeeYear year = recorded(facts, random);
        List<Closed> closed = closed(office, plan, year);
        StatementVersions versions = office.stores.get(StatementVersions.class);
        List<LedgerEntry> ledger = office.ledger().entries();
        PlanVersions plans = PlanVersions.of(List.of(plan));

        for (int month = 1; month <= MONTHS; month++) {
            Closed then = closed.get(month - 1);
            assertThat(ledger.subList(0, then.ledger().size()))
                    .as("append only, and as known at the close of %s", then.month())
                    .isEqualTo(then.ledger())
                    .isEqualTo(office.ledger().knownAt(at(month)).entries())
                    .isEqualTo(office.ledger().postedUpTo(then.month()).entries());
            for (int origin = 1; origin <= month; origin++) {
                StatementVersion stored =
                        versions.knownAt(key(plan, origin), at(month)).orElseThrow();
                assertThat(stored).isEqualTo(then.versions().get(origin - 1));
                ImmutableList<Statement> replayed = plans.calculate(LedgerArbitraries.month(origin), year, then.asOf())
                        .orThrow();
                assertThat(replayed.stream()
                                .map(CommissionRunProperties::figures)
                                .toList())
                        .as("replay of month %s as known at the close of %s", origin, then.month())
                        .isEqualTo(stored.statements().stream()
                                .map(CommissionRunProperties::figures)
                                .toList());
                assertThat(office.ledger().knownAt(at(month)).origin(LedgerArbitraries.month(origin)).entries().stream()
                                .filter(entry -> entry.kind() != LedgerEntry.Kind.FORGIVENESS)
                                .map(entry -> Amounts.number(entry.amount()))
                                .reduce(BigDecimal.ZERO, BigDecimal::add))
                        .as("sum of deltas of month %s at the close of %s", origin, then.month())
                        .isEqualByComparingTo(
                                Amounts.number(stored.statements().get(0).payable()));
            }
        }
        assertThat(office.ledger().check()).isEmpty();
    }

    @Property(tries = 100)
    void modelsReadBackEqual(
            @ForAll("participants") Participant participant,
            @ForAll("periods") PlanPeriod period,
            @ForAll("versions") StatementVersion version,
            @ForAll("policies") RunPolicy policy,
            @ForAll("posted") PostedRun posted) {
        JsonLaws.roundTrips(participant, Participant.class);
        JsonLaws.roundTrips(period, PlanPeriod.class);
        JsonLaws.roundTrips(version, StatementVersion.class);
        JsonLaws.roundTrips(policy, RunPolicy.class);
        JsonLaws.roundTrips(posted, PostedRun.class);
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
    Arbitrary<Participant> participants() {
        return RunArbitraries.participants();
    }

    @Provide
    Arbitrary<PlanPeriod> periods() {
        return RunArbitraries.planPeriods();
    }

    @Provide
    Arbitrary<StatementVersion> versions() {
        return RunArbitraries.statementVersions();
    }

    @Provide
    Arbitrary<RunPolicy> policies() {
        return RunArbitraries.runPolicies();
    }

    @Provide
    Arbitrary<PostedRun> posted() {
        return RunArbitraries.postedRuns();
    }
}
