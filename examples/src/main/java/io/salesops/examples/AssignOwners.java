package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.run.Execution;
import io.salesops.territory.assign.AccountAssigner;
import io.salesops.territory.assign.Assignments;
import java.util.Optional;

/** Puts each account into a territory by rule, and gives it to the rep who works the territory. */
final class AssignOwners implements LeadToCashStep {

    @Override
    public String title() {
        return "Assign accounts to territories and owners";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        if (state.definitions().assignment().isEmpty()) {
            return Optional.of("assignment rules in the definitions");
        }
        return state.accounts.isEmpty() ? Optional.of("accounts") : Optional.empty();
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        AccountAssigner assigner =
                AccountAssigner.of(state.definitions().assignment().orElseThrow());
        Assignments book = assigner.assignAll(state.accounts, state.asOf, Execution.here());
        out.line(
                "%,d of %,d accounts have a territory; %,d gaps, %,d conflicts, %,d cannot be decided",
                book.territories().size(),
                state.accounts.size(),
                book.gaps().size(),
                book.conflicts().size(),
                book.undecided().size());
        out.outcome(book);
        out.text(assigner.assign(state.accounts.get(0), state.asOf).explain());
        ImmutableList<Account> owned = state.accounts.stream()
                .map(account -> book.owner(account.id()).map(account::withOwner).orElse(account))
                .collect(ImmutableList.toImmutableList());
        long moved = 0;
        for (int i = 0; i < owned.size(); i++) {
            moved += owned.get(i).owner().equals(state.accounts.get(i).owner()) ? 0 : 1;
        }
        out.line("%,d accounts get another owner", moved);
        state.accounts = owned;
    }
}
