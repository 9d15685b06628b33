package io.salesops.commission.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.testkit.LedgerArbitraries;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LedgerPosterProperties {
    private static final PayeeId ANA = PayeeId.of("ana");
    private static final Optional<PlanId> PLAN = Optional.of(PlanId.of("ae-2026"));

    /** Targets of one year as they change from month to month: each list is what is known in its month. */
    @Provide
    Arbitrary<List<PostingTargets>> histories() {
        return LedgerArbitraries.payeeTargets(ANA)
                .map(targets -> targets.withPlan(PLAN))
                .list()
                .ofMinSize(1)
                .ofMaxSize(12);
    }

    /** What is known in a month speaks of that month and earlier ones only. */
    private static PostingTargets upTo(PostingTargets targets, int month) {
        return targets.withTargets(targets.targets().stream()
                        .filter(target -> !target.origin()
                                .from()
                                .isAfter(LedgerArbitraries.month(month).from()))
                        .toList())
                .withOrigins(targets.origins().headSet(LedgerArbitraries.month(month), true));
    }

    private static By by(int month) {
        return new By(UserId.of("finance"), Instant.parse(String.format("2026-%02d-28T12:00:00Z", month)));
    }

    private static ImmutableList<LedgerEntry> posted(List<PostingTargets> history) {
        List<LedgerEntry> ledger = new ArrayList<>();
        for (int month = 1; month <= history.size(); month++) {
            ledger.addAll(LedgerPoster.of(LedgerArbitraries.month(month), "run-" + month, by(month))
                    .post(upTo(history.get(month - 1), month), ledger));
        }
        return ImmutableList.copyOf(ledger);
    }

    private static Map<String, BigDecimal> sums(Iterable<LedgerEntry> entries) {
        Map<String, BigDecimal> sums = new TreeMap<>();
        for (LedgerEntry entry : entries) {
            sums.merge(
                    entry.kind() + " " + entry.component() + " " + entry.source() + " " + entry.origin(),
                    Amounts.number(entry.amount()),
                    BigDecimal::add);
        }
        sums.values().removeIf(sum -> sum.signum() == 0);
        sums.replaceAll((key, sum) -> sum.setScale(2));
        return sums;
    }

    @Property(tries = 300)
    void theSumOfDeltasIsTheLatestTarget(@ForAll("histories") List<PostingTargets> history) {
        Map<String, BigDecimal> latest = new TreeMap<>();
        for (PostingTarget target :
                upTo(history.get(history.size() - 1), history.size()).targets()) {
            latest.merge(
                    target.kind() + " " + target.component() + " " + target.source() + " " + target.origin(),
                    Amounts.number(target.amount()),
                    BigDecimal::add);
        }
        latest.values().removeIf(sum -> sum.signum() == 0);
        latest.replaceAll((key, sum) -> sum.setScale(2));

        assertThat(sums(posted(history))).isEqualTo(latest);
    }

    @Property(tries = 300)
    void whatIsPostedStaysAndEachEntryStandsInItsOpenPeriod(@ForAll("histories") List<PostingTargets> history) {
        ImmutableList<LedgerEntry> all = posted(history);
        for (int month = 1; month <= history.size(); month++) {
            ImmutableList<LedgerEntry> then = posted(history.subList(0, month));
            assertThat(all.subList(0, then.size())).as("append only").isEqualTo(then);
            assertThat(LedgerView.of(all).knownAt(by(month).at()).entries())
                    .as("as known then")
                    .isEqualTo(then);
            assertThat(LedgerView.of(all)
                            .postedUpTo(LedgerArbitraries.month(month))
                            .entries())
                    .as("closed periods")
                    .isEqualTo(then);
        }
        assertThat(all).extracting(LedgerEntry::id).doesNotHaveDuplicates();
    }

    @Property(tries = 300)
    void postingTwicePostsNothing(@ForAll("histories") List<PostingTargets> history, @ForAll Random random) {
        List<LedgerEntry> shuffled = new ArrayList<>(posted(history));
        Collections.shuffle(shuffled, random);
        int month = history.size();

        assertThat(LedgerPoster.of(LedgerArbitraries.month(month), "again", by(month))
                        .post(upTo(history.get(month - 1), month), shuffled))
                .isEmpty();
    }

    @Property(tries = 300)
    void theOrderOfTargetsDoesNotMatter(@ForAll("histories") List<PostingTargets> history, @ForAll Random random) {
        List<PostingTargets> shuffled = new ArrayList<>();
        for (PostingTargets targets : history) {
            List<PostingTarget> each = new ArrayList<>(targets.targets());
            Collections.shuffle(each, random);
            shuffled.add(targets.withTargets(each));
        }
        assertThat(posted(shuffled)).isEqualTo(posted(history));
    }

    @Property(tries = 300)
    void balancesAreAdditive(@ForAll("histories") List<PostingTargets> history) {
        LedgerView all = LedgerView.of(posted(history));
        all.balances().forEach((currency, balance) -> {
            assertThat(all.by(LedgerEntry::postedIn).values().stream()
                            .map(part -> Amounts.number(part.balance(currency).payable()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(Amounts.number(balance.payable()));
            assertThat(all.by(LedgerEntry::component).values().stream()
                            .map(part -> Amounts.number(part.balance(currency).held()))
                            .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualByComparingTo(Amounts.number(balance.held()));
        });
    }
}
