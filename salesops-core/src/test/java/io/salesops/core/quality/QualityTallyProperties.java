package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.Lists;
import io.salesops.core.crm.Account;
import io.salesops.core.testkit.QualityArbitraries;
import io.salesops.core.testkit.QualityArbitraries.CheckedAccounts;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Parts that are checked apart and put together say what one pass says. */
class QualityTallyProperties {
    private static final AsOf TODAY = AsOf.date("2026-03-31");

    @Provide
    Arbitrary<CheckedAccounts> accounts() {
        return QualityArbitraries.checkedAccounts();
    }

    private static QualityChecker<Account> checker(CheckedAccounts checked, int exactUpTo) {
        return QualityChecker.accounts(checked.rules())
                .referring("rep", id -> id.length() % 2 == 0)
                .exactUpTo(exactUpTo);
    }

    @Property
    void partsInAnyDivisionAndOrderAddUp(
            @ForAll("accounts") CheckedAccounts checked,
            @ForAll @IntRange(min = 1, max = 4) int size,
            @ForAll @IntRange(min = 1, max = 5) int exactUpTo,
            @ForAll Random random) {
        QualityChecker<Account> checker = checker(checked, exactUpTo);
        QualityReport whole = checker.check(checked.accounts(), TODAY);
        List<Account> shuffled = new ArrayList<>(checked.accounts());
        Collections.shuffle(shuffled, random);
        List<QualityTally<Account>> parts = new ArrayList<>();
        for (List<Account> part : Lists.partition(shuffled, size)) {
            QualityTally<Account> tally = checker.tally(TODAY);
            part.forEach(tally::add);
            parts.add(tally);
        }
        while (parts.size() > 1) {
            QualityTally<Account> last = parts.remove(parts.size() - 1);
            parts.get(random.nextInt(parts.size())).add(last);
        }
        QualityTally<Account> all = parts.isEmpty() ? checker.tally(TODAY) : parts.get(0);
        assertThat(all.report()).isEqualTo(whole);
    }

    @Property
    void fieldScoresAreThoseOfTheirRules(@ForAll("accounts") CheckedAccounts checked) {
        QualityReport report = checker(checked, 100).check(checked.accounts(), TODAY);
        report.byField().forEach((field, score) -> {
            long made = report.results().stream()
                    .filter(result -> result.fields().contains(field))
                    .mapToLong(RuleResult::checked)
                    .sum();
            assertThat(score.denominator().round(0, java.math.RoundingMode.UNNECESSARY))
                    .isEqualByComparingTo(Long.toString(made));
        });
        assertThat(report.clean())
                .isEqualTo(checked.accounts().stream()
                        .filter(account ->
                                checker(checked, 100).checkOne(account, TODAY).isEmpty())
                        .count());
    }

    @Property
    void recordScoreCountsTheChecksThatCanBeMadeOfOneRecord(@ForAll("accounts") CheckedAccounts checked) {
        QualityChecker<Account> checker = checker(checked, 100);
        for (Account account : checked.accounts()) {
            io.salesops.core.explain.Ratio score = checker.scoreOne(account, TODAY);
            assertThat(score.denominator().minus(score.numerator()))
                    .isEqualTo(io.salesops.core.money.Rational.of(
                            checker.checkOne(account, TODAY).size()));
        }
    }
}
