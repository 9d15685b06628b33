package io.salesops.core.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.salesops.core.money.Amounts;
import io.salesops.core.testkit.ForecastArbitraries;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class BookingsProperties {

    private static MonetaryAmount euros(long number) {
        return Amounts.of(BigDecimal.valueOf(number), Monetary.getCurrency("EUR"));
    }

    @Provide
    Arbitrary<List<LikelyDeal>> few() {
        return Combinators.combine(
                        Arbitraries.longs().between(0, 500),
                        Arbitraries.doubles().between(0, 1))
                .as((amount, chance) -> new LikelyDeal("d", euros(amount), chance))
                .list()
                .ofMinSize(1)
                .ofMaxSize(10);
    }

    @Provide
    Arbitrary<List<LikelyDeal>> many() {
        return ForecastArbitraries.likelyDeals().list().ofMinSize(1).ofMaxSize(60);
    }

    @Property
    void isWhatEveryOutcomeAddsUpTo(@ForAll("few") List<LikelyDeal> deals, @ForAll("few") List<LikelyDeal> targets) {
        Bookings bookings = Bookings.ofIndependent(deals);
        for (LikelyDeal target : targets) {
            double atLeast = 0;
            for (int outcome = 0; outcome < 1 << deals.size(); outcome++) {
                double chance = 1;
                long sum = 0;
                for (int i = 0; i < deals.size(); i++) {
                    boolean won = (outcome >> i & 1) == 1;
                    chance *= won ? deals.get(i).chance() : 1 - deals.get(i).chance();
                    sum += won ? Amounts.number(deals.get(i).amount()).longValueExact() : 0;
                }
                atLeast += sum >= Amounts.number(target.amount()).longValueExact() ? chance : 0;
            }
            assertThat(bookings.chanceOfAtLeast(target.amount())).isCloseTo(atLeast, within(1e-9));
        }
    }

    @Property
    void theMeanIsTheSumOfMeans(@ForAll("many") List<LikelyDeal> deals) {
        double mean = 0;
        for (LikelyDeal deal : deals) {
            mean += Amounts.number(deal.amount()).doubleValue() * deal.chance();
        }
        assertThat(Amounts.number(Bookings.ofIndependent(deals).mean()).doubleValue())
                .isCloseTo(mean, within(0.01));
    }

    /** Four standard errors of a share of 4,000 trials, and half a step. */
    @Property(tries = 20)
    void simulationAgreesWithTheExactDistribution(@ForAll("few") List<LikelyDeal> deals) {
        int trials = 4_000;
        Bookings exact = Bookings.ofIndependent(deals);
        Bookings simulated = Bookings.ofCorrelated(deals, 0, 11, trials);
        for (long target = 0; target < 3_000; target += 250) {
            assertThat(simulated.chanceOfAtLeast(euros(target)))
                    .isBetween(
                            exact.chanceOfAtLeast(euros(target + 1)) - 4 * 0.5 / Math.sqrt(trials),
                            exact.chanceOfAtLeast(euros(Math.max(0, target - 1))) + 4 * 0.5 / Math.sqrt(trials));
        }
    }

    @Property(tries = 20)
    void correlationKeepsTheMeanAndWidensTheRange(@ForAll("few") List<LikelyDeal> deals) {
        List<LikelyDeal> alike = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            alike.add(new LikelyDeal("d" + i, euros(100), deals.get(0).chance()));
        }
        Bookings apart = Bookings.ofCorrelated(alike, 0, 3, 2_000);
        Bookings together = Bookings.ofCorrelated(alike, 0.5, 3, 2_000);
        double chance = deals.get(0).chance();
        assertThat(number(together.mean())).isCloseTo(4_000 * chance, within(4_000 * 4 * 0.5 / Math.sqrt(2_000)));
        if (chance > 0.05 && chance < 0.95) {
            assertThat(variance(together)).isGreaterThan(2 * variance(apart));
        }
    }

    private static double number(MonetaryAmount amount) {
        return Amounts.number(amount).doubleValue();
    }

    private static double variance(Bookings bookings) {
        double mean = number(bookings.mean());
        double squares = 0;
        for (int i = 0; i < bookings.chances().size(); i++) {
            double amount = number(bookings.first()) + i * number(bookings.step());
            squares += bookings.chances().get(i) * (amount - mean) * (amount - mean);
        }
        return squares;
    }
}
