package io.salesops.commission.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.CreditAllocator;
import io.salesops.commission.credit.CreditEvent;
import io.salesops.commission.credit.CreditItem;
import io.salesops.commission.credit.CreditRules;
import io.salesops.commission.credit.Credits;
import io.salesops.commission.credit.EventCredits;
import io.salesops.commission.credit.SalesOrg;
import io.salesops.commission.credit.Uncredited;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Hierarchy;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.crm.TeamId;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Organisations, rules and events that fit together, and what crediting makes of them: no generated case has an error. */
public final class CreditArbitraries {

    /** The day as of which all events of a case count. */
    public static final AsOf END = AsOf.date("2026-12-31");

    private static final LocalDate MIDDLE = LocalDate.of(2026, 7, 1);
    private static final ImmutableList<String> EVERYBODY =
            ImmutableList.of("ana", "ben", "cho", "dan", "max", "mia", "zoe");

    private CreditArbitraries() {}

    /**
     * What one call of crediting takes.
     *
     * @param rules sound
     * @param org knows everybody whom the rules and events name, and nobody reports in a circle
     * @param events sound, each with what it reverses
     */
    public record CreditCase(CreditRules rules, SalesOrg org, ImmutableList<CreditEvent> events) {

        /** Returns the credits as of the end of the year. */
        public Credits credits() {
            return CreditAllocator.of(rules).credit(events, org, END);
        }
    }

    /** Organisations in which everybody is known, and who reports to whom changes in July; never in a circle. */
    public static Arbitrary<SalesOrg> salesOrgs() {
        Arbitrary<List<Integer>> managers =
                Arbitraries.integers().between(0, EVERYBODY.size()).list().ofSize(2 * EVERYBODY.size());
        Arbitrary<Set<String>> members = Arbitraries.of(CreditEventArbitraries.SELLERS)
                .set()
                .ofMinSize(1)
                .ofMaxSize(3);
        return Combinators.combine(managers, members).as((above, team) -> {
            Hierarchy.Builder hierarchy = Hierarchy.builder();
            for (int i = 0; i < EVERYBODY.size(); i++) {
                link(hierarchy, i, above.get(2 * i), DateRange.before(MIDDLE));
                link(hierarchy, i, above.get(2 * i + 1), DateRange.from(MIDDLE));
            }
            Team.Builder emea = Team.builder().id(TeamId.of("emea")).name("EMEA");
            team.stream()
                    .sorted()
                    .forEach(rep -> emea.addMembers(new Team.Membership(RepId.of(rep), DateRange.always())));
            return SalesOrg.builder()
                    .hierarchy(hierarchy.build())
                    .addTeams(emea.build())
                    .reps(EVERYBODY.stream()
                            .map(name -> SalesRep.builder()
                                    .id(RepId.of(name))
                                    .name(name)
                                    .build())
                            .toList())
                    .build();
        });
    }

    /** A manager stands later in the list, so that there are no circles. */
    private static void link(Hierarchy.Builder hierarchy, int rep, int manager, DateRange dates) {
        if (manager > rep && manager < EVERYBODY.size()) {
            hierarchy.addLinks(
                    new Hierarchy.Reporting(RepId.of(EVERYBODY.get(rep)), RepId.of(EVERYBODY.get(manager)), dates));
        }
    }

    /** Kinds of records of crediting on which conditions are read. */
    public static Arbitrary<Fields<?>> kinds() {
        return Arbitraries.of(CreditItem.fields());
    }

    /** Rules, an organisation and events that fit together. */
    public static Arbitrary<CreditCase> creditCases() {
        return Combinators.combine(
                        CreditRuleArbitraries.creditRuleSets(), salesOrgs(), CreditEventArbitraries.eventLists())
                .as(CreditCase::new);
    }

    /** What rules were put on: events and their lines. */
    public static Arbitrary<CreditItem> creditItems() {
        return CreditEventArbitraries.creditEvents()
                .map(event -> new CreditItem(event, event.lines().stream().findFirst()));
    }

    /** Credits of cases. */
    public static Arbitrary<Credits> manyCredits() {
        return creditCases().map(CreditCase::credits);
    }

    /** What nobody has, of one event or of a line of it. */
    public static Arbitrary<Uncredited> uncredited() {
        return Combinators.combine(
                        CreditEventArbitraries.creditEventIds(),
                        Arbitraries.of("1", "2").optional(),
                        CrmArbitraries.amounts("USD"),
                        Arbitraries.of("no split is met", "excluded by exclude: returned"))
                .as(Uncredited::new);
    }

    /** The credits of one event, with their steps. */
    public static Arbitrary<EventCredits> eventCredits() {
        return Combinators.combine(
                        CreditRuleArbitraries.creditRuleSets(), salesOrgs(), CreditEventArbitraries.creditEvents())
                .as((rules, org, event) ->
                        CreditAllocator.of(rules).credit(event, org, END).orThrow());
    }
}
