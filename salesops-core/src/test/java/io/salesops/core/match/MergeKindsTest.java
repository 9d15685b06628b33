package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MergeKindsTest {
    private static final Survivorship RECENT = Survivorship.builder()
            .id("people")
            .version("1")
            .otherwise(Survivor.MOST_RECENT)
            .modifiedField("changedOn")
            .build();
    private static final Contact OLD = Contact.builder()
            .id(ContactId.of("C-1"))
            .lastName("Lovelace")
            .firstName("Ada")
            .email("ada@old.example")
            .title("Analyst")
            .custom(CustomFields.none().with("changedOn", LocalDate.parse("2025-01-01")))
            .build();
    private static final Contact NEW = OLD.withId(ContactId.of("C-2"))
            .withEmail("ada@new.example")
            .withTitle(java.util.Optional.empty())
            .withCustom(CustomFields.none().with("changedOn", "2026-01-01T12:00:00Z"));
    private static final Contact LAST =
            OLD.withId(ContactId.of("C-3")).withEmail("countess@example").withCustom(CustomFields.none());

    @Test
    void contactsSurviveByTheDayOfTheirOwnField() {
        MergePlanner<Contact> planner = MergePlanner.contacts(RECENT);
        ImmutableList<Contact> all = ImmutableList.of(OLD, NEW, LAST);
        MergePlan<Contact> plan = planner.plan(Cluster.of(LAST.id(), OLD.id(), NEW.id()), all);
        assertThat(plan.golden().id()).isEqualTo(LAST.id());
        assertThat(plan.golden().email()).contains("ada@new.example");
        assertThat(plan.golden().title()).contains("Analyst");
        assertThat(plan.provenance()).containsEntry("email", "C-2").containsEntry("title", "C-1");
        assertThat(plan.explain())
                .contains("email of C-2: ada@new.example, most recent: changed 2026-01-01T12:00:00Z")
                .contains("ada@old.example of C-1 goes: changed 2025-01-01T00:00:00Z")
                .contains("countess@example of C-3 goes: no date of change");
        assertThat(planner.undo(plan, planner.apply(plan, all))).isEqualTo(all);
    }

    @Test
    void leadsSurviveByWhenTheyCameInAndByTheirOwnSource() {
        Lead fair = Lead.builder()
                .id(LeadId.of("L-1"))
                .company("Acme")
                .source("fair")
                .createdAt(Instant.parse("2026-01-01T00:00:00Z"))
                .build();
        Lead web = fair.withId(LeadId.of("L-2"))
                .withCompany("Acme Corp")
                .withSource("web")
                .withCreatedAt(Instant.parse("2026-02-01T00:00:00Z"));
        Survivorship survivorship = RECENT.withFields(ImmutableMap.of("company", Survivor.SOURCE_PRIORITY))
                .withSources("fair", "web");
        MergePlan<Lead> plan =
                MergePlanner.leads(survivorship).plan(Cluster.of(web.id(), fair.id()), ImmutableList.of(fair, web));
        assertThat(plan.golden().company()).contains("Acme");
        assertThat(plan.golden().source()).contains("web");
        assertThat(plan.explain()).contains("source priority: source fair, number 1");
    }

    @Test
    void aFieldOfAnotherKindIsNamed() {
        Survivorship accounts = RECENT.withFields(ImmutableMap.of("industry", Survivor.LONGEST));
        assertThat(MergePlanner.check(accounts)).isEmpty();
        assertThat(MergePlanner.checkContacts(accounts))
                .extracting(Finding::code)
                .containsExactly("merge.field.unknown");
        assertThat(MergePlanner.checkLeads(accounts)).extracting(Finding::code).containsExactly("merge.field.unknown");
        assertThatThrownBy(() -> MergePlanner.contacts(accounts)).hasMessageContaining("contacts have no field");
    }

    @Test
    void aPlanOfAnotherKindIsRefused() {
        ImmutableList<Contact> all = ImmutableList.of(OLD, NEW);
        String plan = SalesOpsJson.write(MergePlanner.contacts(RECENT).plan(Cluster.of(OLD.id(), NEW.id()), all));
        assertThat(MergePlanner.accounts(RECENT).read(plan).findings())
                .extracting(Finding::code)
                .contains("merge.plan.kind");
        assertThat(MergePlanner.contacts(RECENT).read("{}").value()).isEmpty();
        MergePlan<Contact> edited = MergePlan.<Contact>builder()
                .from(MergePlanner.contacts(RECENT).read(plan).orThrow())
                .imagesBefore(ImmutableList.of())
                .build();
        assertThat(MergePlanner.contacts(RECENT).check(edited))
                .extracting(Finding::code)
                .containsExactly("merge.plan.image");
    }

    @Test
    void everyUnfitClusterIsNamedAtOnce() {
        Account one = Account.builder().id(AccountId.of("A-1")).name("One").build();
        Account two = one.withId(AccountId.of("A-2"));
        MergePlanner<Account> planner = MergePlanner.accounts(RECENT);
        assertThatThrownBy(() -> planner.planAll(
                        ImmutableList.of(
                                Cluster.of(one.id(), two.id()),
                                Cluster.of(two.id(), AccountId.of("A-3")),
                                Cluster.of(AccountId.of("A-4"))),
                        ImmutableList.of(one, two, two)))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("A-2 is in two clusters")
                .hasMessageContaining("A-3 is not among")
                .hasMessageContaining("A-4 is not among")
                .hasMessageContaining("A-2 is among the records twice");
    }

    @Test
    void aPersonIsForgottenAcrossMerges() {
        MergePlanner<Contact> planner = MergePlanner.contacts(RECENT);
        Contact other = OLD.withId(ContactId.of("D-1")).withLastName("Hopper").withFirstName("Grace");
        Contact more = other.withId(ContactId.of("D-2"));
        ImmutableList<Contact> all = ImmutableList.of(OLD, NEW, LAST, other, more);
        MergePlan<Contact> first = planner.plan(Cluster.of(OLD.id(), NEW.id()), all);
        ImmutableList<Contact> merged = planner.apply(first, all);
        MergePlan<Contact> second = planner.plan(Cluster.of(LAST.id(), OLD.id()), merged);
        MergePlan<Contact> third = planner.plan(Cluster.of(other.id(), more.id()), merged);
        ImmutableList<MergePlan<Contact>> left = planner.forget(ImmutableList.of(first, second, third), "C-2");
        assertThat(SalesOpsJson.write(left.subList(0, 2))).doesNotContain("Lovelace");
        assertThat(left.get(1).forgotten()).containsExactly("C-1", "C-3");
        assertThat(left.get(2)).isEqualTo(third);
        assertThat(left.get(0).retired()).isEmpty();
        assertThatThrownBy(() -> left.get(0).golden())
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("forgotten");
        assertThatThrownBy(() -> planner.applyAll(left, all)).hasMessageContaining("merge.apply.forgotten");
    }
}
