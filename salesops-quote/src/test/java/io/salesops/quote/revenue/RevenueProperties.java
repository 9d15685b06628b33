package io.salesops.quote.revenue;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.quote.testkit.RevenueArbitraries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RevenueProperties {

    @Property(tries = 300)
    void sharesSumToThePriceAndEachIsNextToItsExactValue(@ForAll("allocations") PriceAllocation allocation) {
        Rational unit = Rational.of(
                BigDecimal.ONE.movePointLeft(allocation.total().getCurrency().getDefaultFractionDigits()));
        BigDecimal sum = BigDecimal.ZERO;
        Rational exact = Rational.ZERO;
        for (AllocatedPrice share : allocation.shares()) {
            sum = sum.add(Amounts.number(share.amount()));
            exact = exact.plus(share.exact());
            assertThat(share.residue().abs()).isLessThan(unit);
            assertThat(share.amount().isNegative()).isFalse();
        }
        assertThat(sum).isEqualByComparingTo(Amounts.number(allocation.total()));
        assertThat(exact).isEqualTo(Amounts.exact(allocation.total()));
        JsonLaws.roundTrips(allocation, PriceAllocation.class);
    }

    /** The definition: what is allocated relatively is to the price as its stand-alone price is to their sum. */
    @Property(tries = 300)
    void withoutBundlesAndVariancePricesAreAllocatedInProportion(
            @ForAll("policies") RevenuePolicy policy, @ForAll("contracts") RevenueContract drawn) {
        RevenueContract contract = drawn.withBundles().withVariable();
        PriceAllocation allocation =
                RevenueAllocator.of(policy).allocate(contract).orThrow();
        Rational sum = Rational.ZERO;
        for (AllocatedPrice share : allocation.shares()) {
            sum = sum.plus(share.standAlone().orElseThrow());
        }
        for (AllocatedPrice share : allocation.shares()) {
            assertThat(share.exact().times(sum))
                    .isEqualTo(Amounts.exact(contract.price())
                            .times(share.standAlone().orElseThrow()));
        }
    }

    /** The order of obligations has no meaning. */
    @Property(tries = 200)
    void theOrderOfObligationsChangesNothing(
            @ForAll("policies") RevenuePolicy policy,
            @ForAll("contracts") RevenueContract contract,
            @ForAll Random random) {
        List<PerformanceObligation> shuffled = new ArrayList<>(contract.obligations());
        Collections.shuffle(shuffled, random);
        PriceAllocation first = RevenueAllocator.of(policy).allocate(contract).orThrow();
        PriceAllocation second = RevenueAllocator.of(policy)
                .allocate(contract.withObligations(shuffled))
                .orThrow();
        for (AllocatedPrice share : first.shares()) {
            assertThat(second.share(share.obligation().value()).amount()).isEqualTo(share.amount());
        }
    }

    @Property(tries = 300)
    void revenueSumsToThePriceAndIsNeverTakenBack(@ForAll("schedules") RevenueSchedule schedule) {
        BigDecimal sum = Amounts.number(schedule.unrecognized());
        for (RecognizedRevenue entry : schedule.entries()) {
            assertThat(entry.amount().isNegative()).isFalse();
            sum = sum.add(Amounts.number(entry.amount()));
        }
        assertThat(sum).isEqualByComparingTo(Amounts.number(schedule.total()));
        assertThat(schedule.unrecognized().isNegative()).isFalse();
        BigDecimal byPeriod =
                schedule.byPeriod().values().stream().map(Amounts::number).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(byPeriod.add(Amounts.number(schedule.unrecognized())))
                .isEqualByComparingTo(Amounts.number(schedule.total()));
        JsonLaws.roundTrips(schedule, RevenueSchedule.class);
    }

    @Provide
    Arbitrary<RevenuePolicy> policies() {
        return RevenueArbitraries.revenuePolicies();
    }

    @Provide
    Arbitrary<RevenueContract> contracts() {
        return RevenueArbitraries.revenueContracts();
    }

    @Provide
    Arbitrary<PriceAllocation> allocations() {
        return RevenueArbitraries.priceAllocations();
    }

    @Provide
    Arbitrary<RevenueSchedule> schedules() {
        return RevenueArbitraries.revenueSchedules();
    }
}
