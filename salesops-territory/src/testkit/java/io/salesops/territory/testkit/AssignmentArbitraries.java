package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.run.Execution;
import io.salesops.core.testkit.IdArbitraries;
import io.salesops.core.testkit.Members;
import io.salesops.core.testkit.NearlyValid;
import io.salesops.core.testkit.NearlyValid.Flaw;
import io.salesops.core.testkit.TimeArbitraries;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.territory.assign.AccountAssigner;
import io.salesops.territory.assign.Assignments;
import io.salesops.territory.assign.Decision;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.rule.TerritoryOwner;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of accounts with the rules that assign them, of what comes of it, and of rules with one fault. */
public final class AssignmentArbitraries {
    private AssignmentArbitraries() {}

    /**
     * Accounts and the rules that assign them.
     *
     * @param rules the rules
     * @param accounts accounts with different ids
     */
    public record AssignedAccounts(AssignmentRules rules, ImmutableList<Account> accounts) {}

    /** Accounts and rules over the same values. */
    public static Arbitrary<AssignedAccounts> assignedAccounts() {
        return Combinators.combine(TerritoryArbitraries.rules(), TerritoryArbitraries.accounts())
                .as(AssignedAccounts::new);
    }

    /** Rules of {@link TerritoryArbitraries#rules()}. */
    public static Arbitrary<AssignmentRule> singleRules() {
        return Members.of(TerritoryArbitraries.rules().map(AssignmentRules::rules));
    }

    /** Who works which territory, always or for a time. */
    public static Arbitrary<TerritoryOwner> owners() {
        return Combinators.combine(TerritoryArbitraries.territories(), IdArbitraries.repIds(), TimeArbitraries.ranges())
                .as((territory, rep, effective) -> TerritoryOwner.builder()
                        .territory(territory)
                        .rep(rep)
                        .effective(effective)
                        .build());
    }

    /** What becomes of single accounts: named, by rule, in conflict or left over. */
    public static Arbitrary<Decision> decisions() {
        return Combinators.combine(
                        assignedAccounts()
                                .filter(assigned -> !assigned.accounts().isEmpty()),
                        asOf())
                .as((assigned, asOf) -> AccountAssigner.of(assigned.rules())
                        .assign(assigned.accounts().get(0), asOf));
    }

    /** What becomes of all accounts. */
    public static Arbitrary<Assignments> assignments() {
        return Combinators.combine(assignedAccounts(), asOf())
                .as((assigned, asOf) ->
                        AccountAssigner.of(assigned.rules()).assignAll(assigned.accounts(), asOf, Execution.here()));
    }

    private static Arbitrary<AsOf> asOf() {
        return Arbitraries.of("2024-02-29", "2025-12-31", "2026-03-31").map(AsOf::date);
    }

    /** Rules with one fault. */
    public static Arbitrary<NearlyValid<AssignmentRules>> nearlyValidRules() {
        AssignmentRule rule = AssignmentRule.builder()
                .id("new")
                .territory(TerritoryId.of("NORTH"))
                .when(Account.COUNTRY.is("DE"))
                .build();
        return NearlyValid.from(
                TerritoryArbitraries.rules(),
                ImmutableList.of(
                        new Flaw<>(
                                "territory.rules.empty",
                                rules -> rules.withRules(ImmutableList.of()).withNamed(ImmutableMap.of())),
                        flaw("territory.rule.id", book -> book.addRules(rule.withId(" "))),
                        flaw("territory.rule.duplicate", book -> book.addRules(rule, rule)),
                        flaw("territory.rule.everything", book -> book.addRules(rule.withWhen(Criteria.all()))),
                        flaw(
                                "territory.rule.period",
                                book -> book.addRules(rule.withEffective(DateRange.of("2025-01-01", "2025-01-01")))),
                        flaw(
                                "territory.tree.circular",
                                book -> book.putParents(TerritoryId.of("LEFT"), TerritoryId.of("RIGHT"))
                                        .putParents(TerritoryId.of("RIGHT"), TerritoryId.of("LEFT"))),
                        flaw(
                                "territory.owner.overlap",
                                book -> book.addOwners(
                                        TerritoryOwner.of("NORTH", "one"), TerritoryOwner.of("NORTH", "other")))));
    }

    private static Flaw<AssignmentRules> flaw(String code, UnaryOperator<AssignmentRules.Builder> plant) {
        return new Flaw<>(
                code,
                rules -> plant.apply(AssignmentRules.builder().from(rules)).build());
    }
}
