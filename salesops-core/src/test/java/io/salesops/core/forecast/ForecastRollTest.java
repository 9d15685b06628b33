package io.salesops.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.By;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.money.Amounts;
import io.salesops.core.process.ForecastCategory;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.core.time.FiscalCalendar;
import io.salesops.core.time.FiscalPeriod;
import java.time.Instant;
import java.time.Month;
import java.util.List;
import java.util.Map;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;

class ForecastRollTest {
    private static final FiscalPeriod QUARTER =
            FiscalCalendar.startingIn(Month.JANUARY).quarter(2026, 2);
    private static final RepId ANA = RepId.of("ana");
    private static final RepId BEN = RepId.of("ben");
    private static final RepId BOSS = RepId.of("boss");
    private static final Hierarchy TREE = Hierarchy.builder()
            .addLinks(new Hierarchy.Reporting(ANA, BOSS, DateRange.always()))
            .addLinks(new Hierarchy.Reporting(BEN, BOSS, DateRange.always()))
            .build();

    private static MonetaryAmount usd(String number) {
        return Amounts.of(number, "USD");
    }

    private static Submission of(RepId who, String closed, String commit) {
        return Submission.builder()
                .who(who)
                .period(QUARTER)
                .own(CategoryAmounts.of(
                        Map.of(ForecastCategory.CLOSED, usd(closed), ForecastCategory.COMMIT, usd(commit))))
                .build()
                .submit(By.of(who.value(), "2026-04-05T09:00:00Z"));
    }

    private static ForecastCall call(
            SubmissionPolicy policy, Map<RepId, CategoryAmounts> deals, Submission... submissions) {
        return ForecastRoll.of(TREE, policy).call(QUARTER, List.of(submissions), deals, AsOf.date("2026-04-20"));
    }

    @Test
    void aManagersLayerMovesTheTotalAndNotTheGross() {
        Submission boss = of(BOSS, "0", "0")
                .reject()
                .adjust(new Submission.Adjustment(
                        ForecastCategory.COMMIT,
                        usd("-10000"),
                        "ben is hopeful",
                        By.of("boss", "2026-04-06T09:00:00Z")));
        ForecastCall call =
                call(SubmissionPolicy.none(), Map.of(), of(ANA, "100", "50000"), of(BEN, "0", "30000"), boss);
        ForecastCall.Line line = java.util.Objects.requireNonNull(call.lines().get(BOSS));
        assertThat(line.gross().of(ForecastCategory.COMMIT, usd("0").getCurrency()))
                .isEqualTo(usd("80000"));
        assertThat(line.total().of(ForecastCategory.COMMIT, usd("0").getCurrency()))
                .isEqualTo(usd("70000"));
        assertThat(call.explain())
                .contains("boss adjusts commit: ben is hopeful")
                .contains("70,100");
    }

    @Test
    void everyFaultIsNamedAtOnce() {
        SubmissionPolicy policy = SubmissionPolicy.builder()
                .due(Instant.parse("2026-04-04T12:00:00Z"))
                .staleAfterDays(7)
                .build();
        ForecastCall call = call(
                policy,
                ImmutableMap.of(
                        ANA,
                        CategoryAmounts.of(
                                Map.of(ForecastCategory.CLOSED, usd("90"), ForecastCategory.PIPELINE, usd("49999")))),
                of(ANA, "100", "50000"),
                of(BEN, "0", "-1").reject());
        assertThat(call.findings())
                .extracting(Finding::code)
                .containsExactly(
                        "forecast.submission.late",
                        "forecast.submission.stale",
                        "forecast.submission.closed",
                        "forecast.submission.overPipeline",
                        "forecast.submission.negative",
                        "forecast.submission.open",
                        "forecast.submission.missing");
    }

    @Test
    void anEarlierSubmissionAndOneForAnotherPeriodAreLeftOut() {
        Submission early = of(ANA, "0", "1").reject().submit(By.of("ana", "2026-04-01T09:00:00Z"));
        Submission other = of(BEN, "0", "5")
                .withPeriod(FiscalCalendar.startingIn(Month.JANUARY).quarter(2026, 3));
        ForecastCall call = call(SubmissionPolicy.none(), Map.of(), early, of(ANA, "0", "2"), other);
        assertThat(call.omitted())
                .extracting(omission -> omission.reason() + " " + omission.examples())
                .containsExactly("for another period [ben]", "replaced by a later submission of the same person [ana]");
        ForecastCall.Line ana = java.util.Objects.requireNonNull(call.lines().get(ANA));
        assertThat(ana.own().of(ForecastCategory.COMMIT, usd("0").getCurrency()))
                .isEqualTo(usd("2"));
    }

    @Test
    void aFrozenSubmissionStays() {
        Submission frozen = of(ANA, "0", "1").freeze();
        assertThatThrownBy(frozen::reject)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("FROZEN");
        assertThatThrownBy(() -> frozen.submit(By.of("ana", "2026-04-06T09:00:00Z")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aCircleIsRefused() {
        Hierarchy circle = TREE.withLinks(
                new Hierarchy.Reporting(ANA, BEN, DateRange.always()),
                new Hierarchy.Reporting(BEN, ANA, DateRange.always()));
        assertThatThrownBy(() -> ForecastRoll.of(circle, SubmissionPolicy.none()))
                .isInstanceOf(FindingsException.class);
    }
}
