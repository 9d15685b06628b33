package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.explain.Explanation;
import io.salesops.core.testkit.MatchArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClusterPartingProperties {
    @Provide
    Arbitrary<ImmutableList<Account>> accounts() {
        return MatchArbitraries.accountsWithDuplicates();
    }

    @Provide
    Arbitrary<MatchModel> models() {
        return MatchArbitraries.models();
    }

    @Property(tries = 200)
    void noPairThatIsKeptApartIsLeftAndNothingElseIsJoined(
            @ForAll("accounts") ImmutableList<Account> accounts,
            @ForAll("models") MatchModel model,
            @ForAll Random random) {
        Duplicates<AccountId> duplicates = Deduplicator.of(model).dedupe(Records.accounts(accounts));
        KeptApart.Builder<AccountId> builder = KeptApart.builder();
        List<ImmutableList<AccountId>> pairs = new ArrayList<>();
        for (int i = 0; i + 1 < accounts.size(); i += 2) {
            AccountId one = accounts.get(random.nextInt(accounts.size())).id();
            AccountId other = accounts.get(random.nextInt(accounts.size())).id();
            if (!one.equals(other)) {
                builder.add(one, other, "drawn");
                pairs.add(ImmutableList.of(one, other));
            }
        }
        PartedClusters<AccountId> parted = ClusterParting.of(builder.build()).part(duplicates);
        for (ImmutableList<AccountId> pair : pairs) {
            assertThat(parted.clusters()).noneMatch(cluster -> cluster.members().containsAll(pair));
        }
        Set<AccountId> left = new HashSet<>();
        for (Cluster<AccountId> cluster : parted.clusters()) {
            assertThat(duplicates.clusters())
                    .anyMatch(before -> before.members().containsAll(cluster.members()));
            assertThat(left).doesNotContainAnyElementsOf(cluster.members());
            left.addAll(cluster.members());
        }
        long before = duplicates.clusters().stream()
                .mapToLong(cluster -> cluster.members().size())
                .sum();
        long alone = parted.omitted().stream()
                .filter(omission -> omission.reason().startsWith("records"))
                .mapToLong(omission -> omission.count())
                .sum();
        assertThat(left.size() + alone).isEqualTo(before);
        assertThat(parted.explanation())
                .isInstanceOfSatisfying(
                        Explanation.Sum.class,
                        sum -> assertThat(sum.total().value().intValue())
                                .isEqualTo(parted.clusters().size()));
        List<Account> shuffled = new ArrayList<>(accounts);
        Collections.shuffle(shuffled, random);
        assertThat(ClusterParting.of(builder.build())
                        .part(Deduplicator.of(model).dedupe(Records.accounts(shuffled))))
                .isEqualTo(parted);
    }
}
