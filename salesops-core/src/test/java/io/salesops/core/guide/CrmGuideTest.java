package io.salesops.core.guide;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Iterables;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.AccountTree;
import io.salesops.core.crm.By;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.Hierarchy.Reporting;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RampSchedule;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesforceId;
import io.salesops.core.crm.StageInterval;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.Opportunities;
import io.salesops.core.repository.StaleVersionException;
import io.salesops.core.repository.Versioned;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CrmGuideTest {

    private static Opportunity deal() {
        return Opportunity.builder()
                .id(OpportunityId.of("006-118"))
                .stage("Prospecting")
                .amount(Amounts.of("900", "USD"))
                .createdAt(Instant.parse("2026-01-10T09:00:00Z"))
                .build();
    }

    @Test
    void ids() {
        // snippet:salesforce-id
        AccountId fromExport = SalesforceId.of("001A0000006Vm9r").as(AccountId::of);
        AccountId fromApi = SalesforceId.of("001A0000006Vm9rIAC").as(AccountId::of);
        Checked<SalesforceId> fromExcel = SalesforceId.restoreCase("001A0000006VM9RIAC", "line 7/AccountId");
        // end
        assertThat(fromExport).isEqualTo(fromApi);
        assertThat(fromExcel.orThrow().as(AccountId::of)).isEqualTo(fromApi);
    }

    @Test
    void customFields() {
        // snippet:custom-fields
        Account account = Account.builder()
                .id(AccountId.of("A-1"))
                .name("Acme")
                .custom(CustomFields.none().with("segment", "Enterprise").with("score", new BigDecimal("7.5")))
                .build();
        Criteria<Account> target = Account.custom("segment", String.class)
                .is("Enterprise")
                .and(Account.custom("score", BigDecimal.class).atLeast(BigDecimal.valueOf(5)));
        // end
        assertThat(target.judge(account).whyNot()).isEmpty();
    }

    @Test
    void history() {
        Opportunity deal = deal();
        // snippet:history
        Opportunity moved = deal.change(
                        Opportunity.STAGE, Optional.of("Engaging"), By.of("ana", "2026-02-10T09:00:00Z"))
                .change(
                        Opportunity.AMOUNT,
                        Optional.of(Amounts.of("1200", "USD")),
                        By.of("ana", "2026-03-10T09:00:00Z"));
        Optional<Opportunity> inFebruary =
                moved.asOf(Instant.parse("2026-02-28T00:00:00Z")).orThrow();
        ImmutableList<StageInterval> stays = moved.stageIntervals().orThrow();
        // end
        assertThat(inFebruary.orElseThrow().amount()).isEqualTo(deal.amount());
        assertThat(inFebruary.orElseThrow().stage()).isEqualTo("Engaging");
        assertThat(stays).extracting(StageInterval::stage).containsExactly("Prospecting", "Engaging");
        assertThat(moved.history().get(1).after()).contains("USD 1200.00");
    }

    @Test
    void hierarchy() {
        List<Account> accounts = List.of(
                Account.builder().id(AccountId.of("A-1")).name("Acme").build(),
                Account.builder()
                        .id(AccountId.of("A-2"))
                        .name("Acme UK")
                        .parent(AccountId.of("A-1"))
                        .build());
        // snippet:hierarchy
        Hierarchy hierarchy = Hierarchy.builder()
                .addLinks(
                        new Reporting(RepId.of("ana"), RepId.of("ben"), DateRange.of("2026-01-01", "2026-07-01")),
                        new Reporting(RepId.of("ben"), RepId.of("cleo"), DateRange.from(LocalDate.of(2026, 1, 1))))
                .build();
        ImmutableList<Finding> problems = hierarchy.check();
        ImmutableList<RepId> above = hierarchy.managersOf(RepId.of("ana"), LocalDate.of(2026, 3, 31));
        ImmutableSortedSet<RepId> below = hierarchy.allReportsOf(RepId.of("cleo"), LocalDate.of(2026, 3, 31));

        AccountTree groups = AccountTree.of(accounts);
        Optional<AccountId> top = groups.ultimateParent(AccountId.of("A-2"));
        // end
        assertThat(problems).isEmpty();
        assertThat(above).containsExactly(RepId.of("ben"), RepId.of("cleo"));
        assertThat(below).containsExactly(RepId.of("ana"), RepId.of("ben"));
        assertThat(top).contains(AccountId.of("A-1"));
    }

    @Test
    void ramp() {
        // snippet:ramp
        RampSchedule ramp = RampSchedule.of("25%", "50%", "75%");
        Rate share = ramp.shareOver(LocalDate.of(2026, 4, 1), DateRange.of("2026-04-01", "2026-07-01"));
        // end
        assertThat(share).isEqualTo(Rate.of("50%"));
    }

    @Test
    void stores() {
        // snippet:stores
        InMemoryStores stores = InMemoryStores.create();
        Accounts accounts = stores.get(Accounts.class);
        Versioned<Account> saved = accounts.save(
                Account.builder().id(AccountId.of("A-1")).name("Acme").build(), 0);

        stores.perform(ports -> {
            ports.get(Accounts.class).save(saved.value().withName("Acme Inc."), saved.version());
            return ports.get(Opportunities.class).save(deal(), 0);
        });
        int named = accounts.scan(Account.NAME.startsWith("Acme"), Iterables::size);
        // end
        assertThat(named).isEqualTo(1);
        assertThat(accounts.find(AccountId.of("A-1")).orElseThrow().version()).isEqualTo(2);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> accounts.save(saved.value(), saved.version()))
                .isInstanceOf(StaleVersionException.class);
    }
}
