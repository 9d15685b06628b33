package io.salesops.benchmarks.forecast;

import com.google.common.collect.ImmutableList;
import com.google.common.primitives.ImmutableIntArray;
import io.salesops.core.crm.By;
import io.salesops.core.crm.FieldChange;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.crm.RepId;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Three years of a generated market: deals arrive, pass three stages with constant hazards and are won or lost; product, rep
 * and, in some regimes, size change the chance. The parameters are known, so that an oracle can forecast with them.
 */
final class Market {
    static final LocalDate START = LocalDate.of(2023, 1, 1);
    static final int DAYS = 12 * 91;
    static final double PRICE = 0.92;

    static final double[] ADVANCE = {0.024, 0.030, 0};
    static final double[] LOSE = {0.010, 0.011, 0.014};
    static final double[] WIN = {0, 0, 0.036};
    private static final String[] STAGES = {"Qualify", "Propose", "Negotiate"};
    private static final double[] PRODUCT_PRICES = {2_000, 6_000, 15_000, 40_000};
    private static final double[] PRODUCT_FACTORS = {1.2, 1.0, 0.9, 0.7};
    private static final double[] PRODUCT_SHARES = {0.4, 0.3, 0.2, 0.1};
    private static final int REPS = 12;

    /**
     * A deal and all that will become of it.
     *
     * @param list its list price
     * @param factor by which its win hazard is multiplied
     * @param entered the day on which it entered each stage; -1 where it never did
     * @param end the day on which it is closed; -1 for never
     */
    record Deal(
            int number,
            int product,
            int rep,
            double list,
            double factor,
            boolean stuck,
            ImmutableIntArray entered,
            int end,
            boolean won,
            double brings) {

        /** The stage on a day on which it is open. */
        int stageOn(int day) {
            int stage = 0;
            while (stage + 1 < entered.length() && entered.get(stage + 1) >= 0 && entered.get(stage + 1) <= day) {
                stage++;
            }
            return stage;
        }

        boolean openOn(int day) {
            return entered.get(0) <= day && (end < 0 || end > day);
        }
    }

    final Regime regime;
    final List<Deal> deals = new ArrayList<>();
    private final SplittableRandom random;
    private final double[] repFactors = new double[REPS];

    Market(Regime regime, long seed) {
        this.regime = regime;
        this.random = new SplittableRandom(seed * 1_000_003 + regime.name().hashCode());
        for (int i = 0; i < REPS; i++) {
            repFactors[i] = 0.7 + 0.6 * random.nextDouble();
        }
        for (int day = 0; day < DAYS; day++) {
            for (int arriving = poisson(regime.arrivalsOn(day)); arriving > 0; arriving--) {
                deals.add(live(draw(deals.size(), random), day));
            }
        }
    }

    private int poisson(double mean) {
        double limit = Math.exp(-mean);
        double product = random.nextDouble();
        int count = 0;
        while (product > limit) {
            count++;
            product *= random.nextDouble();
        }
        return count;
    }

    /** Draws what a new deal is, without what becomes of it. */
    Deal draw(int number, SplittableRandom source) {
        double which = source.nextDouble();
        int product = 0;
        while (product < PRODUCT_SHARES.length - 1 && which >= PRODUCT_SHARES[product]) {
            which -= PRODUCT_SHARES[product];
            product++;
        }
        double spread = regime.heavyTail()
                ? Math.min(200, 0.3 * Math.pow(1 - source.nextDouble(), -1 / 1.3))
                : Math.exp(0.5 * gaussian(source));
        int rep = source.nextInt(REPS);
        double factor = PRODUCT_FACTORS[product] * repFactors[rep] * Math.pow(spread, -regime.sizeMatters());
        boolean stuck = source.nextDouble() < regime.stuck();
        return new Deal(
                number,
                product,
                rep,
                Math.rint(PRODUCT_PRICES[product] * spread),
                factor,
                stuck,
                ImmutableIntArray.of(-1, -1, -1),
                -1,
                false,
                0);
    }

    private static double gaussian(SplittableRandom source) {
        return Math.sqrt(-2 * Math.log(1 - source.nextDouble())) * Math.cos(2 * Math.PI * source.nextDouble());
    }

    private Deal live(Deal drawn, int created) {
        int[] entered = drawn.entered().toArray();
        entered[0] = created;
        int stage = 0;
        for (int day = created + 1; day < DAYS && !drawn.stuck(); day++) {
            double fate = random.nextDouble();
            double win = winHazard(drawn, stage, day);
            double lose = LOSE[stage] * regime.speed();
            double advance = ADVANCE[stage] * regime.speed();
            if (fate < win || fate < win + lose) {
                boolean won = fate < win;
                double brings = won ? Math.rint(drawn.list() * (PRICE + 0.07 * gaussian(random))) : 0;
                return new Deal(
                        drawn.number(),
                        drawn.product(),
                        drawn.rep(),
                        drawn.list(),
                        drawn.factor(),
                        false,
                        ImmutableIntArray.copyOf(entered),
                        day,
                        won,
                        Math.max(0, brings));
            }
            if (fate < win + lose + advance) {
                stage++;
                entered[stage] = day;
            }
        }
        return new Deal(
                drawn.number(),
                drawn.product(),
                drawn.rep(),
                drawn.list(),
                drawn.factor(),
                drawn.stuck(),
                ImmutableIntArray.copyOf(entered),
                -1,
                false,
                0);
    }

    double winHazard(Deal deal, int stage, int day) {
        return Math.min(0.5, WIN[stage] * regime.speed() * deal.factor() * regime.winFactorOn(day));
    }

    static LocalDate date(int day) {
        return START.plusDays(day);
    }

    private static Instant moment(int day) {
        return date(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
    }

    /** The deals as a CRM would hold them on the last day, with the history of stages and amounts. */
    ImmutableList<Opportunity> opportunities() {
        ImmutableList.Builder<Opportunity> list = ImmutableList.builder();
        for (Deal deal : deals) {
            list.add(opportunity(deal));
        }
        return list.build();
    }

    private static Opportunity opportunity(Deal deal) {
        Opportunity.Builder opportunity = Opportunity.builder()
                .id(OpportunityId.of(String.format("D%07d", deal.number())))
                .owner(RepId.of("rep " + deal.rep()))
                .createdAt(moment(deal.entered().get(0)))
                .addLines(ProductLine.builder()
                        .product(ProductId.of("product " + deal.product()))
                        .quantity(BigDecimal.ONE)
                        .list(Amounts.of(
                                BigDecimal.valueOf(deal.list()),
                                Amounts.of("0", "USD").getCurrency()))
                        .build());
        String stage = STAGES[0];
        for (int i = 1; i < STAGES.length && deal.entered().get(i) >= 0; i++) {
            opportunity.addHistory(change(stage, STAGES[i], deal.entered().get(i)));
            stage = STAGES[i];
        }
        if (deal.end() >= 0) {
            String closed = deal.won() ? "Won" : "Lost";
            opportunity.addHistory(change(stage, closed, deal.end()));
            opportunity.addHistory(new FieldChange(
                    "closeDate", Optional.empty(), Optional.of(date(deal.end()).toString()), by(deal.end())));
            opportunity.closeDate(date(deal.end()));
            if (deal.won()) {
                String brings = BigDecimal.valueOf(deal.brings()).toBigInteger().toString();
                opportunity.amount(Amounts.of(brings, "USD"));
                opportunity.addHistory(FieldChange.of(
                        Opportunity.AMOUNT, Optional.empty(), Optional.of(Amounts.of(brings, "USD")), by(deal.end())));
            }
            stage = closed;
        }
        return opportunity.stage(stage).build();
    }

    private static FieldChange change(String before, String after, int day) {
        return new FieldChange("stage", Optional.of(before), Optional.of(after), by(day));
    }

    private static By by(int day) {
        return new By(io.salesops.core.crm.UserId.of("crm"), moment(day));
    }
}
