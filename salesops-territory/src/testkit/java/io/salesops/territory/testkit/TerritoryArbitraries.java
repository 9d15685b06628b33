package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.time.DateRange;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.area.TerritoryPlanId;
import io.salesops.territory.area.UnitId;
import io.salesops.territory.route.RouterId;
import io.salesops.territory.route.RouterState;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import io.salesops.territory.rule.TerritoryOwner;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Accounts with missing fields, and rules over the same few values, so that gaps, matches and conflicts are all common. */
public final class TerritoryArbitraries {
    private static final ImmutableList<String> COUNTRIES = ImmutableList.of("DE", "AT", "FR");
    private static final ImmutableList<String> INDUSTRIES = ImmutableList.of("retail", "software");

    private TerritoryArbitraries() {}

    /** A few territories. */
    public static Arbitrary<TerritoryId> territories() {
        return Arbitraries.of("NORTH", "SOUTH", "STRATEGIC").map(TerritoryId::of);
    }

    /** Conditions on country, industry, employees and the custom field segment, joined and negated. */
    public static Arbitrary<Criteria<Account>> criteria() {
        Arbitrary<Criteria<Account>> tests = Arbitraries.oneOf(
                Arbitraries.of(COUNTRIES).map(Account.COUNTRY::is),
                Combinators.combine(Arbitraries.of(COUNTRIES), Arbitraries.of(COUNTRIES))
                        .as((one, other) -> Account.COUNTRY.in(one, other)),
                Arbitraries.of(INDUSTRIES).map(Account.INDUSTRY::is),
                Arbitraries.of(10L, 200L).map(Account.EMPLOYEES::atLeast),
                Arbitraries.of(10L, 200L).map(Account.EMPLOYEES::is),
                Arbitraries.of("a", "b")
                        .map(value -> Account.custom("segment", String.class).is(value)),
                Arbitraries.just(Account.INDUSTRY.present()),
                Arbitraries.just(Account.POSTAL_CODE.startsWith("8")));
        return Arbitraries.frequencyOf(
                Tuple.of(4, tests),
                Tuple.of(3, Combinators.combine(tests, tests).as((one, other) -> one.and(other))),
                Tuple.of(1, Combinators.combine(tests, tests).as((one, other) -> one.or(other))),
                Tuple.of(1, tests.map(Criteria::not)),
                Tuple.of(
                        1,
                        Combinators.combine(tests, tests, tests)
                                .as((one, other, third) ->
                                        one.and(other.or(third).and(third.not().or(one))))));
    }

    /** Rules of up to eight rules, two named accounts and owners of some territories; they pass their check. */
    public static Arbitrary<AssignmentRules> rules() {
        Arbitrary<DateRange> dates = Arbitraries.frequencyOf(
                Tuple.of(6, Arbitraries.just(DateRange.always())),
                Tuple.of(1, Arbitraries.just(DateRange.of("2025-01-01", "2026-01-01"))));
        Arbitrary<AssignmentRule> rule = Combinators.combine(
                        criteria(), territories(), Arbitraries.integers().between(1, 3), dates)
                .as((when, territory, priority, effective) -> AssignmentRule.builder()
                        .id("unnamed")
                        .territory(territory)
                        .when(when)
                        .priority(priority)
                        .effective(effective)
                        .build());
        return Combinators.combine(
                        rule.list().ofMinSize(1).ofMaxSize(8),
                        Arbitraries.integers().between(0, 30),
                        territories(),
                        territories().list().ofMaxSize(3).uniqueElements())
                .as((rules, named, territory, worked) -> {
                    AssignmentRules.Builder book = AssignmentRules.builder()
                            .id("generated")
                            .version("1")
                            .putNamed(AccountId.of("A-" + named), territory);
                    for (int i = 0; i < rules.size(); i++) {
                        book.addRules(rules.get(i).withId("rule-" + i));
                    }
                    worked.forEach(one -> book.addOwners(TerritoryOwner.of(one.value(), "rep of " + one)));
                    return book.build();
                });
    }

    /** Accounts with different ids; about one field in four is missing. */
    public static Arbitrary<ImmutableList<Account>> accounts() {
        Arbitrary<Optional<String>> country = sometimes(Arbitraries.of(COUNTRIES));
        Arbitrary<Optional<String>> postalCode = sometimes(Arbitraries.of("80331", "10115"));
        Arbitrary<Optional<String>> industry = sometimes(Arbitraries.of(INDUSTRIES));
        Arbitrary<Optional<Long>> employees = sometimes(Arbitraries.of(5L, 10L, 200L, 1_000L));
        Arbitrary<Optional<String>> segment = sometimes(Arbitraries.of("a", "b", "c"));
        return Combinators.combine(country, postalCode, industry, employees, segment)
                .as(TerritoryArbitraries::account)
                .list()
                .ofMaxSize(30)
                .map(TerritoryArbitraries::named);
    }

    private static <T> Arbitrary<Optional<T>> sometimes(Arbitrary<T> values) {
        return Arbitraries.frequencyOf(
                Tuple.of(3, values.map(Optional::of)), Tuple.of(1, Arbitraries.just(Optional.<T>empty())));
    }

    private static Account account(
            Optional<String> country,
            Optional<String> postalCode,
            Optional<String> industry,
            Optional<Long> employees,
            Optional<String> segment) {
        Account.Builder account = Account.builder()
                .id(AccountId.of("unnamed"))
                .name("generated")
                .address(Address.builder()
                        .country(country)
                        .postalCode(postalCode)
                        .build())
                .industry(industry)
                .employees(employees);
        segment.ifPresent(
                value -> account.custom(io.salesops.core.crm.CustomFields.none().with("segment", value)));
        return account.build();
    }

    private static ImmutableList<Account> named(List<Account> accounts) {
        ImmutableList.Builder<Account> named = ImmutableList.builder();
        for (int i = 0; i < accounts.size(); i++) {
            named.add(accounts.get(i).withId(AccountId.of("A-" + i)));
        }
        return named.build();
    }

    /** Ids of territory plans: plan-1 to plan-30. */
    public static Arbitrary<TerritoryPlanId> territoryPlanIds() {
        return CrmArbitraries.ids("plan-", TerritoryPlanId::of);
    }

    /** Ids of units: unit-1 to unit-30. */
    public static Arbitrary<UnitId> unitIds() {
        return CrmArbitraries.ids("unit-", UnitId::of);
    }

    /** Ids of routers: router-1 to router-30. */
    public static Arbitrary<RouterId> routerIds() {
        return CrmArbitraries.ids("router-", RouterId::of);
    }

    /** Kinds of records of this module on which conditions are read. */
    public static Arbitrary<Fields<?>> kinds() {
        return Arbitraries.of(AssignmentRules.fields(), RouterState.fields(), TerritoryPlan.fields());
    }

    /** Territory plans over up to twenty units. */
    public static Arbitrary<TerritoryPlan> territoryPlans() {
        return Combinators.combine(
                        territoryPlanIds(),
                        Arbitraries.maps(unitIds(), territories()).ofMaxSize(20))
                .as((id, assignment) ->
                        TerritoryPlan.builder().id(id).assignment(assignment).build());
    }

    /** States of a few routers: up to five counters, up to three reps who are out. */
    public static Arbitrary<RouterState> routerStates() {
        return Combinators.combine(
                        routerIds(),
                        Arbitraries.maps(
                                        Arbitraries.of("ana", "ben", "cho", "dach/ana", "Zürich"),
                                        Arbitraries.longs().between(0, 1_000_000))
                                .ofMaxSize(5),
                        CrmArbitraries.ids("r-", RepId::of).set().ofMaxSize(3))
                .as((id, counters, out) ->
                        RouterState.builder().id(id).counters(counters).out(out).build());
    }
}
