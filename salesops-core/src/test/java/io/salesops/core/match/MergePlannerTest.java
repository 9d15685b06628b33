package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.finding.FindingsException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MergePlannerTest {
    private static final Account OLD = Account.builder()
            .id(AccountId.of("A-1"))
            .name("Acme")
            .industry("retail")
            .phone("1")
            .modifiedAt(Instant.parse("2026-01-01T00:00:00Z"))
            .custom(CustomFields.none().with("source", "web"))
            .build();
    private static final Account FULL = Account.builder()
            .id(AccountId.of("A-2"))
            .name("Acme Corporation")
            .industry("technology")
            .phone("2")
            .website("acme.com")
            .employees(10L)
            .modifiedAt(Instant.parse("2026-02-01T00:00:00Z"))
            .custom(CustomFields.none().with("source", "erp").with("optOut", true))
            .build();
    private static final Account NEW = Account.builder()
            .id(AccountId.of("A-3"))
            .name("Acme Corp")
            .industry("retail")
            .phone("3")
            .modifiedAt(Instant.parse("2026-03-01T00:00:00Z"))
            .build();
    private static final ImmutableList<Account> ALL = ImmutableList.of(OLD, FULL, NEW);
    private static final Cluster<AccountId> CLUSTER = Cluster.of(OLD.id(), FULL.id(), NEW.id());

    @Test
    void eachFieldSurvivesByItsRuleAndNamesItsRecord() {
        Survivorship survivorship = Survivorship.builder()
                .id("accounts")
                .version("1")
                .otherwise(Survivor.MOST_COMPLETE)
                .putFields("phone", Survivor.MOST_RECENT)
                .putFields("industry", Survivor.MAJORITY)
                .putFields("name", Survivor.LONGEST)
                .putFields("custom.optOut", Survivor.NEVER_OVERWRITE)
                .putFields("custom.source", Survivor.SOURCE_PRIORITY)
                .addSources("web", "erp")
                .build();
        MergePlan<Account> plan = MergePlanner.accounts(survivorship).plan(CLUSTER, ALL);
        Account golden = plan.golden();
        assertThat(golden.id()).isEqualTo(OLD.id());
        assertThat(golden.name()).isEqualTo("Acme Corporation");
        assertThat(golden.phone()).contains("3");
        assertThat(golden.industry()).contains("retail");
        assertThat(golden.website()).contains("acme.com");
        assertThat(golden.employees()).contains(10L);
        assertThat(golden.modifiedAt()).isEqualTo(NEW.modifiedAt());
        assertThat(golden.custom()).isEqualTo(CustomFields.none().with("source", "web"));
        assertThat(plan.provenance())
                .containsEntry("phone", "A-3")
                .containsEntry("industry", "A-1")
                .containsEntry("website", "A-2")
                .doesNotContainKey("custom.optOut");
        assertThat(plan.retired()).containsExactly(FULL, NEW);
        assertThat(plan.explain())
                .contains("phone of A-3: 3")
                .contains("/fields/phone")
                .contains("/otherwise");
    }

    @Test
    void referencesFollowAndAPlanOfYesterdayIsRefused() {
        Account child = NEW.withId(AccountId.of("A-4")).withParent(FULL.id());
        ImmutableList<Account> all = ImmutableList.of(OLD, FULL, NEW, child);
        MergePlanner<Account> planner = MergePlanner.accounts(
                Survivorship.builder().id("accounts").version("1").build());
        MergePlan<Account> plan = planner.plan(CLUSTER, all);
        ImmutableList<Account> merged = planner.apply(plan, all);
        assertThat(merged).containsExactly(plan.golden(), child.withParent(OLD.id()));
        assertThat(planner.undo(plan, merged)).isEqualTo(all);
        ImmutableList<Account> edited = ImmutableList.of(plan.golden().withPhone("9"), merged.get(1));
        assertThatThrownBy(() -> planner.undo(plan, edited))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("merge.undo.changed");
    }

    @Test
    void aMissingMemberAndAnUnknownFieldAreNamed() {
        Survivorship survivorship =
                Survivorship.builder().id("accounts").version("1").build();
        MergePlanner<Account> planner = MergePlanner.accounts(survivorship);
        assertThatThrownBy(() -> planner.plan(CLUSTER, ImmutableList.of(OLD)))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("A-2")
                .hasMessageContaining("A-3");
        assertThatThrownBy(() -> MergePlanner.accounts(
                        survivorship.withFields(com.google.common.collect.ImmutableMap.of("optOut", Survivor.LONGEST))))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("Maybe custom.optOut");
    }
}
