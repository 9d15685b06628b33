package io.salesops.benchmarks.quality;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.quality.QualityChecker;
import io.salesops.core.quality.QualityReport;
import io.salesops.core.quality.QualityRule;
import io.salesops.core.quality.QualityRules;
import io.salesops.core.quality.QualityTally;
import io.salesops.core.time.AsOf;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/**
 * Checks opportunities that come one after the other by twenty rules, in a small heap: {@code java -Xmx256m -jar
 * benchmarks.jar quality}. Memory depends on how many distinct values are counted exactly, and not on the records.
 *
 * <p>Arguments: how many records. The heap after the last collection is printed at a tenth and at the end.
 */
public final class QualityFigures {
    private static final AsOf TODAY = AsOf.date("2026-03-31");
    private static final int BATCH = 1_000;
    private final long records;

    private QualityFigures(long records) {
        this.records = records;
    }

    /** Measures, and prints records, violations, heap and the processor's time. */
    public static void main(String[] args) {
        new QualityFigures(args.length > 0 ? Long.parseLong(args[0]) : 1_000_000L).run();
    }

    private static QualityRules rules() {
        Optional<Rate> none = Optional.empty();
        QualityRules.Builder rules =
                QualityRules.builder().id("deals").version("1").on(QualityRules.Subject.OPPORTUNITY);
        for (String field : ImmutableList.of("name", "account", "owner", "amount", "closeDate", "custom.segment")) {
            rules.addRules(new QualityRule.Complete(
                    field + "-given", Severity.WARNING, field, ImmutableList.of("Select", "n/a", "xxx"), none));
        }
        ImmutableList<String> stages = ImmutableList.of("Prospecting", "Proposal", "Won", "Lost");
        ImmutableList<String> segments = ImmutableList.of("retail", "public", "industry");
        return rules.addRules(
                        new QualityRule.Unique("id", Severity.ERROR, ImmutableList.of("id")),
                        new QualityRule.Unique("name", Severity.WARNING, ImmutableList.of("name", "account")),
                        new QualityRule.OneOf("stage", Severity.ERROR, "stage", stages),
                        new QualityRule.OneOf("segment", Severity.ERROR, "custom.segment", segments),
                        new QualityRule.Pattern("id-shape", Severity.ERROR, "id", "006[0-9]{12}"),
                        new QualityRule.Range(
                                "amount", Severity.ERROR, "amount", Optional.of(BigDecimal.ONE), Optional.empty()),
                        new QualityRule.Range(
                                "score",
                                Severity.ERROR,
                                "custom.score",
                                Optional.of(BigDecimal.ZERO),
                                Optional.of(new BigDecimal(100))),
                        new QualityRule.Fresh("created", Severity.INFO, "createdAt", 700),
                        new QualityRule.Refers("owner-known", Severity.ERROR, "owner", "rep"),
                        new QualityRule.Refers("account-known", Severity.ERROR, "account", "account"),
                        new QualityRule.Holds(
                                "won-has-amount",
                                Severity.ERROR,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of(Opportunity.STAGE.is("Won").not().or(Opportunity.AMOUNT.present())),
                                none),
                        new QualityRule.InOrder(
                                "cycle", Severity.ERROR, ImmutableList.of("engagedOn", "closeDate"), none),
                        new QualityRule.NotPeriodEnd(
                                "ends",
                                Severity.WARNING,
                                "closeDate",
                                QualityRule.NotPeriodEnd.Period.QUARTER,
                                OptionalInt.empty(),
                                Optional.of(Rate.of("10%"))),
                        new QualityRule.Varied("amounts", Severity.WARNING, "amount", Rate.of("5%"), none))
                .build();
    }

    private void run() {
        QualityTally<Opportunity> tally = QualityChecker.opportunities(rules())
                .referring("rep", id -> id.length() == 4)
                .referring("account", id -> !id.endsWith("7"))
                .exactUpTo(50_000)
                .tally(TODAY);
        Random random = new Random(11);
        long spent = 0;
        long heap = 0;
        for (long from = 0; from < records; from += BATCH) {
            List<Opportunity> batch = new ArrayList<>();
            for (long i = from; i < Math.min(records, from + BATCH); i++) {
                batch.add(deal(random, i));
            }
            long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            batch.forEach(tally::add);
            spent += ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start;
            if (from <= records / 10 && from + BATCH > records / 10) {
                heap = heapAfterCollection();
            }
        }
        QualityReport report = tally.report();
        System.out.printf(
                Locale.ROOT,
                "%,d records by %d rules: score %s, %,d clean; heap after collection %,d MB at a tenth, %,d MB at the end;"
                        + " %.2f us of processor time a record%n",
                report.records(),
                report.results().size(),
                report.score().rate().orElseThrow().value().round(4, RoundingMode.HALF_UP),
                report.clean(),
                heap >> 20,
                heapAfterCollection() >> 20,
                spent / 1e3 / records);
    }

    private static Opportunity deal(Random random, long i) {
        LocalDate engaged = LocalDate.of(2025, 1, 1).plusDays(random.nextInt(400));
        return Opportunity.builder()
                .id(OpportunityId.of(String.format("006%012d", i)))
                .name("Deal " + random.nextInt(5_000_000))
                .account(AccountId.of("A-" + random.nextInt(90_000)))
                .owner(RepId.of("R" + (100 + random.nextInt(950))))
                .stage(random.nextInt(50) == 0 ? "Propsal" : "Proposal")
                .amount(Amounts.of(Integer.toString(random.nextInt(20) == 0 ? 1_000 : random.nextInt(90_000)), "USD"))
                .engagedOn(engaged)
                .closeDate(engaged.plusDays(random.nextInt(200) - 5))
                .createdAt(Instant.ofEpochSecond(1_700_000_000L + random.nextInt(60_000_000)))
                .custom(CustomFields.none()
                        .with("segment", random.nextInt(30) == 0 ? "Select" : "retail")
                        .with("score", new BigDecimal(random.nextInt(102))))
                .build();
    }

    private static long heapAfterCollection() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
