package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountTree;
import io.salesops.core.crm.FieldChange;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.LineTotals;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.StageInterval;
import io.salesops.core.crm.Team;
import java.util.List;
import net.jqwik.api.Arbitrary;

/** Generators of what CRM records tell: changes, stays in stages, trees of accounts, totals of lines. */
public final class HistoryArbitraries {
    private static final int ACCOUNTS = 12;

    private HistoryArbitraries() {}

    /** Changes of opportunities, each as it was recorded. */
    public static Arbitrary<FieldChange> fieldChanges() {
        return Members.of(CrmArbitraries.opportunityLives()
                .map(life -> life.get(life.size() - 1).history()));
    }

    /** Stays of opportunities in their stages, the last of each without an end. */
    public static Arbitrary<StageInterval> stageIntervals() {
        return Members.of(CrmArbitraries.opportunities()
                .map(Opportunity::stageIntervals)
                .map(stays -> stays.value().orElse(ImmutableList.of())));
    }

    /** Up to twelve accounts with different ids, of which the parents may be missing or run in a circle. */
    public static Arbitrary<List<Account>> accountsOfTrees() {
        return CrmArbitraries.accounts().list().ofMaxSize(ACCOUNTS).uniqueElements(Account::id);
    }

    /** Trees of {@link #accountsOfTrees()}. */
    public static Arbitrary<AccountTree> accountTrees() {
        return accountsOfTrees().map(AccountTree::of);
    }

    /** Totals of up to four lines in several currencies. */
    public static Arbitrary<LineTotals> lineTotals() {
        return CrmArbitraries.productLines().list().ofMaxSize(4).map(LineTotals::of);
    }

    /** Memberships of teams. */
    public static Arbitrary<Team.Membership> memberships() {
        return Members.of(CrmArbitraries.teams().map(Team::members));
    }

    /** Lines of hierarchies: who reports to whom, and when. */
    public static Arbitrary<Hierarchy.Reporting> reportings() {
        return Members.of(CrmArbitraries.hierarchies().map(Hierarchy::links));
    }
}
