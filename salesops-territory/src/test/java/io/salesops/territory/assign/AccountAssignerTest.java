package io.salesops.territory.assign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.run.Cancellation;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.territory.assign.Decision.Kind;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.rule.TerritoryOwner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AccountAssignerTest {
    private static final AsOf TODAY = AsOf.date("2026-03-31");
    private static final AssignmentRules EMEA = AssignmentRules.builder()
            .id("emea")
            .version("7")
            .putParents(TerritoryId.of("DACH-MID"), TerritoryId.of("DACH"))
            .putParents(TerritoryId.of("DACH"), TerritoryId.of("EMEA"))
            .addRules(
                    rule(
                            "dach-mid",
                            "DACH-MID",
                            Account.COUNTRY.in("DE", "AT", "CH").and(Account.EMPLOYEES.atLeast(200L))),
                    rule(
                            "dach-smb",
                            "DACH-SMB",
                            Account.COUNTRY.in("DE", "AT", "CH").and(Account.EMPLOYEES.below(200L))),
                    rule("public", "PUBLIC", Account.INDUSTRY.is("government")))
            .putNamed(AccountId.of("A-17"), TerritoryId.of("STRATEGIC"))
            .addOwners(TerritoryOwner.of("DACH-MID", "ana"), TerritoryOwner.of("STRATEGIC", "ben"))
            .build();

    private static AssignmentRule rule(String id, String territory, Criteria<Account> when) {
        return AssignmentRule.builder()
                .id(id)
                .territory(TerritoryId.of(territory))
                .when(when)
                .build();
    }

    private static Account account(String id, String country, long employees) {
        return Account.builder()
                .id(AccountId.of(id))
                .name(id)
                .address(Address.builder().country(country).build())
                .employees(employees)
                .build();
    }

    private static Account zip(String id, String postalCode) {
        return Account.builder()
                .id(AccountId.of(id))
                .name(id)
                .address(Address.builder().postalCode(postalCode).build())
                .build();
    }

    private static Decision assign(AssignmentRules rules, Account account) {
        return AccountAssigner.of(rules).assign(account, TODAY);
    }

    private static List<String> codes(List<Finding> findings) {
        return findings.stream()
                .map(finding -> finding.code() + " " + finding.path())
                .toList();
    }

    @Test
    void aDecisionNamesEveryCandidateAndWhatItFailed() {
        Decision decision = assign(EMEA, account("A-204", "DE", 340));

        assertThat(decision.kind()).isEqualTo(Kind.BY_RULE);
        assertThat(decision.owner()).contains(RepId.of("ana"));
        assertThat(decision.rules()).containsExactly("dach-mid");
        assertThat(decision.path())
                .containsExactly(TerritoryId.of("EMEA"), TerritoryId.of("DACH"), TerritoryId.of("DACH-MID"));
        assertThat(decision.explain()).isEqualTo("""
                A-204 on 2026-03-31, rules emea v7 -> DACH-MID
                  rejected  STRATEGIC; not: on the named list  [emea 7 /named]
                  chosen    DACH-MID; rule dach-mid, priority 100; country in [DE, AT, CH]: DE; employees at least 200: 340  [emea 7 /rules/0]
                  rejected  DACH-SMB; rule dach-smb, priority 100; country in [DE, AT, CH]: DE; not: employees below 200, is 340  [emea 7 /rules/1]
                  rejected  PUBLIC; rule public, priority 100; not: industry is missing, so it is unknown. Maybe fill it to decide.  [emea 7 /rules/2]""");
        assertThat(decision.findings())
                .extracting(Finding::message)
                .containsExactly("account A-204 might belong to PUBLIC by rule public: industry is missing");
    }

    @Test
    void aNamedAccountBelongsWhereItsNameSays() {
        Decision decision = assign(EMEA, account("A-17", "DE", 340));

        assertThat(decision.kind()).isEqualTo(Kind.NAMED);
        assertThat(decision.territory()).contains(TerritoryId.of("STRATEGIC"));
        assertThat(decision.owner()).contains(RepId.of("ben"));
        assertThat(decision.findings()).isEmpty();
        assertThat(decision.explain()).contains("[emea 7 /named/A-17]").contains("not: after named accounts");
    }

    @Test
    void postalCodesThatTwoRulesClaimAreAConflictAndUnclaimedOnesAGap() {
        AssignmentRules motors = AssignmentRules.builder()
                .id("motors")
                .version("1")
                .addRules(
                        rule("blake", "BLAKE", Account.POSTAL_CODE.in("91001", "91002")),
                        rule("jacqueline", "JACQUELINE", Account.POSTAL_CODE.in("91002", "91003")),
                        rule("aaron", "AARON", Account.POSTAL_CODE.is("92020")))
                .build();

        Decision conflict = assign(motors, zip("A-1", "91002"));
        assertThat(conflict.kind()).isEqualTo(Kind.CONFLICT);
        assertThat(conflict.territory()).isEmpty();
        assertThat(conflict.rules()).containsExactly("blake", "jacqueline");
        assertThat(conflict.findings())
                .extracting(Finding::message)
                .containsExactly(
                        "account A-1 is claimed for BLAKE by rule blake, for JACQUELINE by rule jacqueline, all of priority 100");
        assertThat(conflict.explain())
                .startsWith("A-1 on 2026-03-31, rules motors v1 -> none")
                .contains("not: alone at priority 100, as jacqueline claims it for JACQUELINE");
        assertThat(assign(motors, zip("A-2", "92020")).territory()).contains(TerritoryId.of("AARON"));
        Decision gap = assign(motors, zip("A-3", "90000"));
        assertThat(gap.kind()).isEqualTo(Kind.GAP);
        assertThat(codes(gap.findings())).containsExactly("territory.account.gap A-3");
    }

    @Test
    void anEarlierPriorityDecidesAConflict() {
        AssignmentRules rules = EMEA.withRules(
                rule("late", "LATE", Account.COUNTRY.is("DE")).withPriority(20),
                rule("early", "EARLY", Account.EMPLOYEES.atLeast(1L)).withPriority(10));
        Decision decision = assign(rules, account("A-1", "DE", 5));

        assertThat(decision.territory()).contains(TerritoryId.of("EARLY"));
        assertThat(decision.explain()).contains("not: after priority 10");
        assertThat(codes(decision.findings())).containsExactly("territory.owner.missing EARLY");
    }

    @Test
    void rulesThatAgreeOnATerritoryAreNoConflict() {
        AssignmentRules rules = EMEA.withRules(
                rule("one", "DACH-MID", Account.COUNTRY.is("DE")), rule("two", "DACH-MID", Account.EMPLOYEES.is(5L)));

        assertThat(assign(rules, account("A-1", "DE", 5)).rules()).containsExactly("one", "two");
    }

    @Test
    void rulesAndOwnersHoldOnTheirDays() {
        DateRange until = DateRange.of("2026-01-01", "2026-03-31");
        AssignmentRules rules = EMEA.withRules(EMEA.rules().get(0).withEffective(until))
                .withOwners(
                        TerritoryOwner.of("DACH-MID", "ana").withEffective(until),
                        TerritoryOwner.of("DACH-MID", "cleo")
                                .withEffective(DateRange.from(java.time.LocalDate.parse("2026-03-31"))));
        AccountAssigner assigner = AccountAssigner.of(rules);
        Account account = account("A-1", "DE", 340);

        assertThat(assigner.assign(account, AsOf.date("2026-03-30")).owner()).contains(RepId.of("ana"));
        Decision after = assigner.assign(account, TODAY);
        assertThat(after.kind()).isEqualTo(Kind.GAP);
        assertThat(after.explain()).contains("not: holds from 2026-01-01 to before 2026-03-31");
    }

    @Test
    void whyNotTellsOfOneTerritoryAndRefusesUnknownOnes() {
        AccountAssigner assigner = AccountAssigner.of(EMEA);
        Account account = account("A-204", "DE", 340);

        assertThat(assigner.whyNot(account, TerritoryId.of("DACH-SMB"), TODAY).text())
                .isEqualTo("""
                A-204 on 2026-03-31, rules emea v7 -> none
                  rejected  DACH-SMB; rule dach-smb, priority 100; country in [DE, AT, CH]: DE; not: employees below 200, is 340  [emea 7 /rules/1]""");
        assertThat(assigner.whyNot(account, TerritoryId.of("DACH-MID"), TODAY).text())
                .contains("-> DACH-MID");
        assertThatThrownBy(() -> assigner.whyNot(account, TerritoryId.of("DACH-MIDD"), TODAY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("DACH-MIDD")
                .hasMessageContaining("Maybe");
    }

    @Test
    void aBookCountsGapsConflictsMissingFieldsAndUnworkedTerritories() {
        Assignments book = AccountAssigner.of(EMEA)
                .assignAll(
                        List.of(
                                account("A-3", "DE", 5),
                                account("A-1", "DE", 340),
                                account("A-17", "FR", 1),
                                account("A-9", "FR", 1),
                                account("A-5", "DE", 1),
                                account("A-5", "AT", 2)),
                        TODAY,
                        Execution.here());

        assertThat(book.territories().toString()).isEqualTo("{A-1=DACH-MID, A-17=STRATEGIC, A-3=DACH-SMB}");
        assertThat(book.gaps()).containsExactly(AccountId.of("A-9"));
        assertThat(book.owner(AccountId.of("A-1"))).contains(RepId.of("ana"));
        assertThat(book.owner(AccountId.of("A-3"))).isEmpty();
        assertThat(book.missing().toString()).isEqualTo("{industry is missing=3}");
        assertThat(codes(book.findings()))
                .containsExactly(
                        "territory.account.duplicate A-5",
                        "territory.field.missing A-1",
                        "territory.field.missing A-3",
                        "territory.account.gap A-9",
                        "territory.field.missing A-9",
                        "territory.owner.missing DACH-SMB");
        assertThat(book.omitted())
                .containsExactly(Omission.of("accounts whose id occurs more than once", List.of("A-5", "A-5"), 5));
        assertThat(book.explain()).isEqualTo("""
                accounts 4  book on 2026-03-31, rules emea v7
                  +1  DACH-MID  [emea 7]
                  +1  DACH-SMB  [emea 7]
                  +1  STRATEGIC  [emea 7]
                  +1  gap  [emea 7]
                  +0  conflict  [emea 7]""");
    }

    @Test
    void threadsAndTheirNumberChangeNothing() {
        List<Account> accounts = IntStream.range(0, 10_000)
                .mapToObj(i -> account("A-" + i, i % 3 == 0 ? "DE" : "FR", i % 500))
                .toList();
        AccountAssigner assigner = AccountAssigner.of(EMEA);
        List<Long> heard = new ArrayList<>();
        ExecutorService pool = Executors.newFixedThreadPool(3);
        try {
            Assignments parallel = assigner.assignAll(
                    accounts, TODAY, Execution.on(pool, 4).reporting((phase, done, total) -> heard.add(done)));
            assertThat(parallel).isEqualTo(assigner.assignAll(accounts, TODAY, Execution.here()));
            assertThat(heard).isNotEmpty().last().isEqualTo(10_000L);
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aCancelledBookLeavesNothingBehind() {
        Cancellation cancellation = new Cancellation();
        cancellation.raise();

        assertThatThrownBy(() -> AccountAssigner.of(EMEA)
                        .assignAll(
                                List.of(account("A-1", "DE", 1)),
                                TODAY,
                                Execution.here().cancelledBy(cancellation)))
                .isInstanceOf(CancellationException.class)
                .hasMessageContaining("assign");
    }

    @Test
    void allFaultsOfRulesComeBackAtOnce() {
        AssignmentRules bad = AssignmentRules.builder()
                .id("bad")
                .version("1")
                .putParents(TerritoryId.of("A"), TerritoryId.of("B"))
                .putParents(TerritoryId.of("B"), TerritoryId.of("A"))
                .putParents(TerritoryId.of("C"), TerritoryId.of("A"))
                .addRules(
                        rule("one", "A", Account.COUNTRY.is("DE")),
                        rule("one", "B", Criteria.all()),
                        rule(" ", "B", Account.COUNTRY.is("AT"))
                                .withEffective(DateRange.of("2026-01-01", "2026-01-01")))
                .addOwners(TerritoryOwner.of("A", "ana"), TerritoryOwner.of("A", "ben"), TerritoryOwner.of("X", "cleo"))
                .build();

        assertThat(codes(AccountAssigner.check(bad)))
                .containsExactly(
                        "territory.rule.duplicate /rules/1/id",
                        "territory.rule.everything /rules/1/when",
                        "territory.rule.id /rules/2/id",
                        "territory.rule.period /rules/2/effective",
                        "territory.tree.circular /parents/A",
                        "territory.owner.overlap /owners/1/effective",
                        "territory.owner.unused /owners/2/territory");
        assertThatThrownBy(() -> AccountAssigner.of(bad))
                .isInstanceOfSatisfying(
                        FindingsException.class, e -> assertThat(e.findings()).hasSize(7));
        assertThat(codes(AccountAssigner.check(
                        AssignmentRules.builder().id("empty").version("1").build())))
                .containsExactly("territory.rules.empty /rules");
        assertThat(AccountAssigner.check(EMEA)).isEmpty();
    }
}
