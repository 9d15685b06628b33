package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Against walks that count their steps, over few accounts, so that circles and strangers are frequent. */
class AccountTreeProperties {

    @Property
    void everyAnswerFollowsFromTheParents(@ForAll("parents") Map<Integer, Optional<Integer>> parents) {
        AccountTree tree = AccountTree.of(accounts(parents));
        for (int id : parents.keySet()) {
            TreeSet<Integer> above = new TreeSet<>();
            Optional<Integer> here = known(parents, id);
            for (int step = 0; step < 20 && here.isPresent(); step++) {
                above.add(here.get());
                here = known(parents, here.get());
            }
            boolean endless = here.isPresent();
            TreeSet<AccountId> expected = new TreeSet<>();
            above.stream().filter(other -> other != id).forEach(other -> expected.add(account(other)));
            assertThat(tree.ancestors(account(id))).containsExactlyInAnyOrderElementsOf(expected);
            assertThat(tree.ultimateParent(account(id)).isEmpty()).isEqualTo(endless);
            tree.ultimateParent(account(id)).ifPresent(top -> {
                assertThat(tree.roots()).contains(top);
                assertThat(top.equals(account(id)) || expected.contains(top)).isTrue();
            });
            for (AccountId ancestor : expected) {
                assertThat(tree.descendants(ancestor)).contains(account(id));
            }
            assertThat(tree.children(account(id)))
                    .allSatisfy(child -> assertThat(tree.parent(child)).contains(account(id)));
        }
    }

    @Property
    void eachCircleAndEachUnknownParentIsReportedOnce(@ForAll("parents") Map<Integer, Optional<Integer>> parents) {
        long strangers = parents.values().stream()
                .flatMap(Optional::stream)
                .filter(parent -> !parents.containsKey(parent))
                .count();
        long leaders = parents.keySet().stream()
                .filter(id -> leadsACircle(parents, id))
                .count();
        List<String> codes = AccountTree.of(accounts(parents)).findings().stream()
                .map(Finding::code)
                .toList();
        assertThat(codes.stream().filter("crm.account.parentUnknown"::equals)).hasSize((int) strangers);
        assertThat(codes.stream().filter("crm.account.circle"::equals)).hasSize((int) leaders);
    }

    @Property
    void theOrderOfAccountsHasNoMeaning(
            @ForAll("parents") Map<Integer, Optional<Integer>> parents,
            @ForAll("parents") Map<Integer, Optional<Integer>> others,
            @ForAll Random random) {
        List<Account> accounts = new ArrayList<>(accounts(parents));
        accounts.addAll(accounts(others));
        AccountTree one = AccountTree.of(accounts);
        Collections.shuffle(accounts, random);
        AccountTree other = AccountTree.of(accounts);
        assertThat(other.findings()).isEqualTo(one.findings());
        assertThat(other.roots()).isEqualTo(one.roots());
        for (int id = 0; id < 10; id++) {
            assertThat(other.ultimateParent(account(id))).isEqualTo(one.ultimateParent(account(id)));
        }
    }

    /** Whether the id is the smallest of a circle. */
    private static boolean leadsACircle(Map<Integer, Optional<Integer>> parents, int id) {
        Optional<Integer> here = known(parents, id);
        for (int step = 0; step < 20 && here.isPresent() && here.get() > id; step++) {
            here = known(parents, here.get());
        }
        return here.equals(Optional.of(id));
    }

    private static Optional<Integer> known(Map<Integer, Optional<Integer>> parents, int id) {
        return parents.getOrDefault(id, Optional.empty()).filter(parents::containsKey);
    }

    private static List<Account> accounts(Map<Integer, Optional<Integer>> parents) {
        List<Account> accounts = new ArrayList<>();
        parents.forEach((id, parent) -> accounts.add(Account.builder()
                .id(account(id))
                .name("n")
                .parent(parent.map(AccountTreeProperties::account))
                .build()));
        return accounts;
    }

    private static AccountId account(int number) {
        return AccountId.of("A-" + number);
    }

    @Provide
    Arbitrary<Map<Integer, Optional<Integer>>> parents() {
        Arbitrary<Integer> id = Arbitraries.integers().between(0, 9);
        return Arbitraries.maps(
                        id,
                        Combinators.combine(id, id)
                                .as((one, two) -> one < 3 ? Optional.<Integer>empty() : Optional.of(two)))
                .ofMaxSize(10)
                .map(TreeMap::new);
    }
}
