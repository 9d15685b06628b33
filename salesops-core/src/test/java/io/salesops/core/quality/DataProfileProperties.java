package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Account;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.testkit.QualityArbitraries;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DataProfileProperties {

    @Provide
    Arbitrary<List<Account>> accounts() {
        return QualityArbitraries.dirtyAccounts().map(list -> list);
    }

    /** Enough records for suggestions. */
    @Provide
    Arbitrary<List<Account>> manyAccounts() {
        return QualityArbitraries.dirtyAccounts().map(list -> {
            List<Account> many = new ArrayList<>();
            while (many.size() < 40 && !list.isEmpty()) {
                many.addAll(list);
            }
            return many;
        });
    }

    @Property
    void partsAddUpWhateverTheirOrder(@ForAll("accounts") List<Account> accounts, @ForAll Random random) {
        DataProfiler<Account> profiler = DataProfiler.accounts().exactUpTo(1 + random.nextInt(8));
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, random);
        int cut = accounts.isEmpty() ? 0 : random.nextInt(accounts.size());
        ProfileTally<Account> first = profiler.tally();
        ProfileTally<Account> second = profiler.tally();
        shuffled.subList(0, cut).forEach(first::add);
        shuffled.subList(cut, shuffled.size()).forEach(second::add);
        second.add(first);
        assertThat(second.profile()).isEqualTo(profiler.profile(accounts));
    }

    @Property
    void profileRoundTripsThroughJson(@ForAll("accounts") List<Account> accounts) {
        DataProfile profile = DataProfiler.accounts().profile(accounts);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(profile), DataProfile.class)
                        .orThrow())
                .isEqualTo(profile);
    }

    @Property
    void driftToTheSameRecordsIsNoneAndAnyOtherIsAtMostAll(
            @ForAll("accounts") List<Account> accounts, @ForAll("accounts") List<Account> later) {
        DataProfile before = DataProfiler.accounts().profile(accounts);
        DataProfile after = DataProfiler.accounts().profile(later);
        assertThat(before.driftTo(before).fields())
                .allSatisfy(field -> assertThat(field.distance()).isEqualTo(Rate.ZERO));
        assertThat(before.driftTo(after).fields())
                .allSatisfy(field -> assertThat(field.distance()).isBetween(Rate.ZERO, Rate.ONE));
    }

    @Property
    void profiledRecordsGiveNoWarningUnderTheRulesTheySuggest(@ForAll("manyAccounts") List<Account> accounts) {
        QualityRules rules =
                RuleSuggester.rules("suggested", "1", DataProfiler.accounts().profile(accounts));
        assertThat(QualityChecker.check(rules)).isEmpty();
        assertThat(QualityChecker.accounts(rules)
                        .check(accounts, AsOf.date("2026-03-31"))
                        .findings())
                .noneMatch(finding -> finding.severity() != Severity.INFO);
    }
}
