package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.JsonLaws;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HoldScheduleProperties {

    private static BigDecimal sum(List<PostingTarget> targets, Kind kind) {
        return targets.stream()
                .filter(target -> target.kind() == kind)
                .map(target -> Amounts.number(target.amount()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Property(tries = 500)
    void partsAreWithinACentOfTheirShareAndRefundsMirrorThem(
            @ForAll("policies") HoldPolicy policy,
            @ForAll("earned") Earned earned,
            @ForAll("dates") ReleaseDates dates) {
        HoldSchedule schedule = HoldSchedule.of(policy);
        ImmutableList<Held> parts = schedule.held(List.of(earned), Map.of(earned.source(), dates));
        BigDecimal held = BigDecimal.ZERO;
        for (Held part : parts) {
            held = held.add(Amounts.number(part.amount()));
            int rule = Integer.parseInt(part.rule().path().substring("/rules/".length()));
            Rational exact = Amounts.exact(earned.amount())
                    .times(policy.rules().get(rule).share().value());
            assertThat(exact.minus(Amounts.exact(part.amount())).abs()).isLessThan(Rational.of("1/100"));
        }
        assertThat(held.abs())
                .isLessThanOrEqualTo(Amounts.number(earned.amount()).abs());
        Earned refund = new Earned(
                earned.component(),
                earned.source(),
                earned.origin(),
                earned.on(),
                earned.amount().negate());
        assertThat(schedule.held(List.of(refund), Map.of(earned.source(), dates)))
                .extracting(part -> part.amount().negate())
                .isEqualTo(parts.stream().map(Held::amount).toList());
    }

    @Property(tries = 500)
    void whatIsReleasedStaysReleasedAndIsNeverMoreThanHeld(
            @ForAll("policies") HoldPolicy policy,
            @ForAll("earned") Earned earned,
            @ForAll("dates") ReleaseDates dates,
            @ForAll("days") LocalDate on) {
        ImmutableList<Held> parts = HoldSchedule.of(policy).held(List.of(earned), Map.of(earned.source(), dates));
        ImmutableList<PostingTarget> now = HoldSchedule.targets(parts, on);
        ImmutableList<PostingTarget> later = HoldSchedule.targets(parts, on.plusDays(1));
        assertThat(later).containsAll(now);
        assertThat(sum(now, Kind.RESERVE)).isEqualByComparingTo(sum(later, Kind.RESERVE));
        assertThat(sum(now, Kind.RELEASE).abs())
                .isLessThanOrEqualTo(sum(now, Kind.RESERVE).abs());
        for (Held part : parts) {
            part.releasedOn().ifPresent(day -> {
                assertThat(part.isReleased(day)).isTrue();
                assertThat(part.isReleased(day.minusDays(1))).isFalse();
            });
        }
    }

    @Property(tries = 200)
    void modelsReadBackEqual(
            @ForAll("policies") HoldPolicy policy,
            @ForAll("disputes") Dispute dispute,
            @ForAll("balances") Balance balance,
            @ForAll("targets") PostingTargets targets) {
        JsonLaws.roundTrips(policy, HoldPolicy.class);
        JsonLaws.roundTrips(dispute, Dispute.class);
        JsonLaws.roundTrips(balance, Balance.class);
        JsonLaws.roundTrips(targets, PostingTargets.class);
    }

    @Provide
    Arbitrary<HoldPolicy> policies() {
        return LedgerArbitraries.holdPolicies();
    }

    @Provide
    Arbitrary<Earned> earned() {
        return LedgerArbitraries.earned();
    }

    @Provide
    Arbitrary<ReleaseDates> dates() {
        return LedgerArbitraries.releaseDates();
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return LedgerArbitraries.days();
    }

    @Provide
    Arbitrary<Dispute> disputes() {
        return LedgerArbitraries.disputes();
    }

    @Provide
    Arbitrary<Balance> balances() {
        return LedgerArbitraries.balances();
    }

    @Provide
    Arbitrary<PostingTargets> targets() {
        return LedgerArbitraries.payeeTargets();
    }
}
