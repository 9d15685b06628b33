package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.Deduplicator;
import io.salesops.core.match.Duplicates;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.MatchTrainer;
import io.salesops.core.match.MergePlan;
import io.salesops.core.match.MergePlanner;
import io.salesops.core.match.Records;
import io.salesops.core.match.TrainedModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** Finds accounts that are one company by a model that it learns from the accounts alone, and merges them. */
final class MergeDuplicates implements LeadToCashStep {

    private static final double SURE_BITS = 6.64;

    @Override
    public String title() {
        return "Find and merge duplicate accounts";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        return state.accounts.size() < 2 ? Optional.of("accounts") : Optional.empty();
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        TrainedModel trained = MatchTrainer.standard().train(Records.accounts(state.accounts));
        // What is merged unasked should be sure: one pair in a hundred is wrong at the most.
        MatchModel model = trained.model().withThreshold(SURE_BITS);
        Duplicates<AccountId> duplicates = Deduplicator.of(model).dedupe(Records.accounts(state.accounts));
        out.line(
                "%,d accounts, %,d pairs compared, %,d matches, %,d groups of duplicates",
                state.accounts.size(),
                duplicates.comparedPairs(),
                duplicates.matchCount(),
                duplicates.clusters().size());
        out.outcome(trained);
        out.outcome(duplicates);
        duplicates.clusters().stream()
                .findFirst()
                .ifPresent(cluster -> duplicates
                        .match(cluster.members().get(0), cluster.members().get(1))
                        .ifPresent(match -> out.text(match.explain())));
        merge(state, duplicates.clusters(), out);
    }

    private static void merge(LeadToCashState state, ImmutableList<Cluster<AccountId>> clusters, Printer out) {
        MergePlanner<Account> planner =
                MergePlanner.accounts(state.definitions().survivorship());
        Map<AccountId, AccountId> goldenOf = new HashMap<>();
        int before = state.accounts.size();
        for (Cluster<AccountId> cluster : clusters) {
            MergePlan<Account> plan = planner.plan(cluster, state.accounts);
            state.accounts = planner.apply(plan, state.accounts);
            cluster.members()
                    .forEach(member -> goldenOf.put(member, plan.golden().id()));
        }
        ImmutableList<Opportunity> deals = state.opportunities;
        state.opportunities = deals.stream()
                .map(deal -> deal.withAccount(deal.account().map(id -> goldenOf.getOrDefault(id, id))))
                .collect(ImmutableList.toImmutableList());
        ImmutableList<Contact> contacts = state.contacts;
        state.contacts = contacts.stream()
                .map(contact -> contact.withAccount(contact.account().map(id -> goldenOf.getOrDefault(id, id))))
                .collect(ImmutableList.toImmutableList());
        out.line(
                "%,d accounts before, %,d after; %,d deals and %,d contacts follow theirs to the account that stays",
                before, state.accounts.size(), changed(deals, state.opportunities), changed(contacts, state.contacts));
    }

    private static long changed(List<?> before, List<?> after) {
        return IntStream.range(0, before.size())
                .filter(i -> !before.get(i).equals(after.get(i)))
                .count();
    }
}
