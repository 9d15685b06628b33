package io.salesops.examples;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.finding.Finding;
import io.salesops.core.process.Stage;
import io.salesops.core.process.StageOutcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the owners of accounts, leads and open deals against the reps who sell on the day. */
final class CheckOwners implements LeadToCashStep {

    @Override
    public String title() {
        return "Check owners";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        return state.reps.isEmpty() ? Optional.of("reps") : Optional.empty();
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        Set<String> open = state.mapping.process().stages().stream()
                .filter(stage -> stage.outcome() == StageOutcome.OPEN)
                .map(Stage::id)
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        ImmutableMap<RepId, SalesRep> reps = Maps.uniqueIndex(state.reps, SalesRep::id);
        check("accounts", owners(state.accounts.stream(), Account::owner), reps, state, findings);
        check("leads", owners(state.leads.stream(), Lead::owner), reps, state, findings);
        Stream<Opportunity> deals = state.opportunities.stream().filter(deal -> open.contains(deal.stage()));
        check("open deals", owners(deals, Opportunity::owner), reps, state, findings);
        out.line(
                "%,d reps, %,d of them sell on %s",
                reps.size(),
                reps.values().stream()
                        .filter(rep -> rep.active().contains(state.asOf.date()))
                        .count(),
                state.asOf.date());
        findings.forEach(finding -> out.line("%s", finding.text()));
    }

    /** How many records each owner has; a record without an owner counts for nobody. */
    private static <T> Map<RepId, Long> owners(Stream<T> records, Function<T, Optional<RepId>> owner) {
        return records.map(owner)
                .flatMap(Optional::stream)
                .collect(Collectors.groupingBy(rep -> rep, TreeMap::new, Collectors.counting()));
    }

    private static void check(
            String kind,
            Map<RepId, Long> owners,
            ImmutableMap<RepId, SalesRep> reps,
            LeadToCashState state,
            List<Finding> findings) {
        Map<RepId, Long> unknown = Maps.filterKeys(owners, owner -> !reps.containsKey(owner));
        Map<RepId, Long> gone = Maps.filterKeys(
                owners,
                owner -> Optional.ofNullable(reps.get(owner))
                        .filter(rep -> !rep.active().contains(state.asOf.date()))
                        .isPresent());
        add("example.owner.unknown", kind, unknown, "who are no reps of the file", findings);
        add("example.owner.inactive", kind, gone, "who do not sell on " + state.asOf.date(), findings);
    }

    private static void add(String code, String kind, Map<RepId, Long> owners, String why, List<Finding> findings) {
        if (!owners.isEmpty()) {
            long records = owners.values().stream().mapToLong(Long::longValue).sum();
            findings.add(Finding.warning(
                            code,
                            kind.replace(' ', '-'),
                            String.format(
                                    java.util.Locale.ROOT,
                                    "%,d %s belong to %,d owners %s: %s",
                                    records,
                                    kind,
                                    owners.size(),
                                    why,
                                    owners))
                    .maybe("Maybe give them to a rep who sells."));
        }
    }
}
