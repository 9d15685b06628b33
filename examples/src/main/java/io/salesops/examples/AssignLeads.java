package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.Multimaps;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Lead;
import io.salesops.core.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives each lead whose company is one of the accounts to the owner of that account.
 *
 * <p>A company is an account where both names are the same without case, punctuation and legal form. A lead that could
 * belong to several accounts, or to none, stays with the owner it has.
 */
final class AssignLeads implements LeadToCashStep {

    @Override
    public String title() {
        return "Assign leads to the owners of their accounts";
    }

    @Override
    public Optional<String> lacks(LeadToCashState state) {
        if (state.accounts.isEmpty()) {
            return Optional.of("accounts");
        }
        return state.leads.isEmpty() ? Optional.of("leads") : Optional.empty();
    }

    @Override
    public void run(LeadToCashState state, Printer out) {
        ImmutableListMultimap<String, Account> byName = Multimaps.index(state.accounts, account -> key(account.name()));
        List<Lead> matched = new ArrayList<>();
        List<Lead> several = new ArrayList<>();
        List<Lead> none = new ArrayList<>();
        List<Lead> nameless = new ArrayList<>();
        ImmutableList.Builder<Lead> leads = ImmutableList.builder();
        for (Lead lead : state.leads) {
            String company = lead.company().map(AssignLeads::key).orElse("");
            ImmutableList<Account> accounts = company.isEmpty() ? ImmutableList.of() : byName.get(company);
            (company.isEmpty() ? nameless : accounts.isEmpty() ? none : accounts.size() > 1 ? several : matched)
                    .add(lead);
            Optional<Account> account = accounts.size() == 1 ? Optional.of(accounts.get(0)) : Optional.empty();
            leads.add(account.flatMap(Account::owner).map(lead::withOwner).orElse(lead));
        }
        state.leads = leads.build();
        out.line(
                "%,d leads: %,d match one account, %,d several, %,d none, %,d name no company",
                state.leads.size(), matched.size(), several.size(), none.size(), nameless.size());
        matched.stream().findFirst().ifPresent(lead -> {
            Account account = byName.get(key(lead.company().orElseThrow())).get(0);
            out.line(
                    "for example lead %s of %s: account %s, %s, so from owner %s to %s",
                    lead.id(),
                    lead.company().orElseThrow(),
                    account.id(),
                    account.name(),
                    lead.owner().map(Object::toString).orElse("none"),
                    account.owner().or(lead::owner).map(Object::toString).orElse("none"));
        });
        several.stream()
                .findFirst()
                .ifPresent(lead -> out.line(
                        "for example lead %s of %s: accounts %s",
                        lead.id(),
                        lead.company().orElseThrow(),
                        byName.get(key(lead.company().orElseThrow())).stream()
                                .map(Account::id)
                                .toList()));
        out.line(
                "%,d leads have no owner",
                state.leads.stream().filter(lead -> lead.owner().isEmpty()).count());
    }

    private static String key(String company) {
        return Normalizer.COMPANY_NAME.apply(company);
    }
}
