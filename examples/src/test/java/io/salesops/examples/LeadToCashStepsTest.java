package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import io.salesops.examples.sample.SampleFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LeadToCashStepsTest {
    private static final FileSource SAMPLE = FileSource.resources(SampleFiles.class);

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Printer out = new Printer(new PrintStream(bytes, true, StandardCharsets.UTF_8));

    private static LeadToCashState state() throws IOException {
        try (Reader mapping = SAMPLE.open("sample.json").orElseThrow()) {
            return new LeadToCashState(SalesOpsJson.read("sample.json", mapping, LeadToCashMapping.class)
                    .orThrow());
        }
    }

    private String run(LeadToCashStep step, LeadToCashState state) {
        assertThat(step.lacks(state)).isEmpty();
        bytes.reset();
        step.run(state, out);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static Account account(String id, String name, String owner) {
        return Account.builder()
                .id(AccountId.of(id))
                .name(name)
                .owner(RepId.of(owner))
                .build();
    }

    private static Lead.Builder lead(String id) {
        return Lead.builder().id(LeadId.of(id));
    }

    private static Opportunity.Builder deal(String id, String stage, String owner) {
        return Opportunity.builder().id(OpportunityId.of(id)).stage(stage).owner(RepId.of(owner));
    }

    @Test
    void dealsAndContactsFollowTheAccountThatStays() throws IOException {
        LeadToCashState state = state();
        new ReadFiles(SAMPLE, out).into(state);
        Set<AccountId> second = SampleFiles.of(SampleFiles.SEED).duplicates().values().stream()
                .map(AccountId::of)
                .collect(Collectors.toSet());
        assertThat(state.contacts)
                .anyMatch(contact -> contact.account().filter(second::contains).isPresent());
        assertThat(state.opportunities)
                .anyMatch(deal -> deal.account().filter(second::contains).isPresent());
        ImmutableList<Contact> contacts = state.contacts;

        run(new CleanRecords(), state);
        run(new MergeDuplicates(), state);

        Set<AccountId> left = state.accounts.stream().map(Account::id).collect(Collectors.toSet());
        assertThat(state.contacts.stream().flatMap(contact -> contact.account().stream()))
                .isSubsetOf(left);
        assertThat(state.opportunities.stream().flatMap(deal -> deal.account().stream()))
                .isSubsetOf(left);
        assertThat(state.contacts).hasSameSizeAs(contacts).isNotEqualTo(contacts);
    }

    @Test
    void leadsGoToTheOwnerOfTheOneAccountOfTheirCompany() throws IOException {
        LeadToCashState state = state();
        state.accounts = ImmutableList.of(
                account("A-1", "Norwick Ceramics GmbH", "R-1"),
                account("A-2", "Peltek Freight Ltd", "R-2"),
                account("A-3", "PELTEK FREIGHT", "R-3"));
        state.leads = ImmutableList.of(
                lead("L-1").company("Norwick Ceramics").build(),
                lead("L-2").company("Peltek Freight").owner(RepId.of("R-9")).build(),
                lead("L-3").company("Evmere Optics").build(),
                lead("L-4").lastName("Dorn").build());

        assertThat(run(new AssignLeads(), state))
                .contains("4 leads: 1 match one account, 1 several, 1 none, 1 name no company")
                .contains("lead L-1 of Norwick Ceramics: account A-1")
                .contains("lead L-2 of Peltek Freight: accounts [A-2, A-3]")
                .contains("2 leads have no owner");
        assertThat(state.leads)
                .extracting(lead -> lead.owner().map(RepId::value).orElse(""))
                .containsExactly("R-1", "R-9", "", "");
    }

    @Test
    void ownersWhoAreNoRepsOrDoNotSellAnyMoreAreCounted() throws IOException {
        LeadToCashState state = state();
        state.reps = ImmutableList.of(
                SalesRep.builder().id(RepId.of("R-1")).name("Ana").build(),
                SalesRep.builder()
                        .id(RepId.of("R-2"))
                        .name("Ben")
                        .active(DateRange.of("2020-01-01", "2025-07-01"))
                        .build());
        state.accounts = ImmutableList.of(
                account("A-1", "One", "R-1"), account("A-2", "Two", "R-2"), account("A-3", "Three", "R-7"));
        state.opportunities = ImmutableList.of(
                deal("D-1", "Won", "R-2").build(),
                deal("D-2", "Engaging", "R-2").build());

        assertThat(run(new CheckOwners(), state))
                .contains("2 reps, 1 of them sell on 2025-12-31")
                .contains(
                        "example.owner.unknown accounts: 1 accounts belong to 1 owners who are no reps of the file: {R-7=1}")
                .contains(
                        "example.owner.inactive accounts: 1 accounts belong to 1 owners who do not sell on 2025-12-31")
                .contains("open deals belong to 1 owners who do not sell on 2025-12-31: {R-2=1}");
    }

    @Test
    void wonDealsThatArePaidNothingAreCounted() throws IOException {
        LeadToCashState state = state();
        state.opportunities = ImmutableList.of(
                deal("D-1", "Won", "R-33")
                        .amount(Amounts.of("1000", "USD"))
                        .closeDate(LocalDate.parse("2025-03-01"))
                        .build(),
                deal("D-2", "Won", "R-33")
                        .amount(Amounts.of("1000", "USD"))
                        .closeDate(LocalDate.parse("2024-03-01"))
                        .build(),
                deal("D-3", "Won", "R-33")
                        .closeDate(LocalDate.parse("2025-03-01"))
                        .build(),
                deal("D-4", "Lost", "R-33").build(),
                deal("D-5", "Won", "R-32").build());

        assertThat(run(new PayCommission(), state))
                .contains("R-33 won 3 deals; 1 of them have no amount or no close date")
                .contains("left out: 1 outside the days of the plan: D-2")
                .contains("USD 60.00  R-33, FY2025");
    }
}
