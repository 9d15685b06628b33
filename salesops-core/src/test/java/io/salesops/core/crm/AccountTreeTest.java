package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountTreeTest {

    private static Account account(String id, String parent) {
        return Account.builder()
                .id(AccountId.of(id))
                .name(id)
                .parent(Optional.of(parent).filter(text -> !text.isEmpty()).map(AccountId::of))
                .build();
    }

    @Test
    void findingsNameTheAccounts() {
        AccountTree tree = AccountTree.of(List.of(
                account("A", ""),
                account("B", "A"),
                account("C", "X"),
                account("D", "E"),
                account("E", "D"),
                account("F", "F"),
                account("G", "E"),
                account("B", "")));
        assertThat(tree.findings())
                .extracting(Finding::text)
                .containsExactly(
                        "error crm.account.duplicateId B/id: 2 accounts have the id B.",
                        "error crm.account.parentUnknown C/parent: parent X of account C is not there. Maybe the export"
                                + " leaves out accounts of other owners.",
                        "error crm.account.circle D/parent: accounts D, E are above each other in a circle.",
                        "error crm.account.circle F/parent: account F is its own parent.");
        assertThat(tree.ultimateParent(AccountId.of("B"))).contains(AccountId.of("A"));
        assertThat(tree.ultimateParent(AccountId.of("C"))).contains(AccountId.of("C"));
        assertThat(tree.parent(AccountId.of("C"))).contains(AccountId.of("X"));
        assertThat(tree.ultimateParent(AccountId.of("G"))).isEmpty();
        assertThat(tree.ultimateParent(AccountId.of("X"))).isEmpty();
        assertThat(tree.roots()).containsExactly(AccountId.of("A"), AccountId.of("C"));
    }

    @Test
    void aDeepGroupNeedsNoStack() {
        List<Account> chain = new ArrayList<>(List.of(account("A-0", "")));
        for (int i = 1; i < 20_000; i++) {
            chain.add(account("A-" + i, "A-" + (i - 1)));
        }
        AccountTree tree = AccountTree.of(chain);
        assertThat(tree.ultimateParent(AccountId.of("A-19999"))).contains(AccountId.of("A-0"));
        assertThat(tree.descendants(AccountId.of("A-0"))).hasSize(19_999);
    }
}
