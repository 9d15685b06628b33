package io.salesops.territory.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.Laws;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.DateRange;
import io.salesops.territory.rule.AssignmentRule;
import io.salesops.territory.rule.AssignmentRules;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What a set of rules is asked: accounts that hit and just miss its criteria, on a day at which rules may begin or end.
 *
 * @param accounts with different ids, those of named accounts among them
 * @param day the day
 * @param seed for what a law chooses by chance
 */
record BookCase(ImmutableList<Account> accounts, LocalDate day, long seed) {
    private static final LocalDate SOME_DAY = LocalDate.of(2026, 1, 1);
    private static final int MOST_ACCOUNTS = 8;

    AsOf asOf() {
        return AsOf.date(day);
    }

    BookCase with(Iterable<Account> others) {
        return new BookCase(ImmutableList.copyOf(others), day, seed);
    }

    ImmutableList<BookCase> smaller() {
        return Laws.fewer(accounts).stream().map(this::with).collect(ImmutableList.toImmutableList());
    }

    String text() {
        return "on " + day + ", accounts " + SalesOpsJson.write(accounts);
    }

    static BookCase draw(AssignmentRules rules, Random random) {
        List<AccountId> named = rules.named().keySet().asList();
        List<Account> accounts = new ArrayList<>();
        for (int i = random.nextInt(MOST_ACCOUNTS + 1); i > 0; i--) {
            accounts.add(account(AccountId.of("account " + i), rules, random));
        }
        if (!named.isEmpty()) {
            accounts.add(account(named.get(random.nextInt(named.size())), rules, random));
        }
        return new BookCase(ImmutableList.copyOf(accounts), day(rules, random), random.nextLong());
    }

    /** An account that was aimed at up to three rules, one after the other. */
    private static Account account(AccountId id, AssignmentRules rules, Random random) {
        Account account = Account.builder().id(id).name("drawn").build();
        if (!rules.rules().isEmpty()) {
            for (int aims = random.nextInt(4); aims > 0; aims--) {
                AssignmentRule rule =
                        rules.rules().get(random.nextInt(rules.rules().size()));
                account = AccountAim.at(rule.when(), account, random.nextInt(3) > 0, random);
            }
        }
        return account;
    }

    private static LocalDate day(AssignmentRules rules, Random random) {
        List<LocalDate> days = new ArrayList<>(List.of(SOME_DAY));
        rules.rules().forEach(rule -> edges(rule.effective(), days));
        rules.owners().forEach(owner -> edges(owner.effective(), days));
        return days.get(random.nextInt(days.size()));
    }

    private static void edges(DateRange range, List<LocalDate> days) {
        range.from().ifPresent(from -> days.addAll(List.of(from.minusDays(1), from)));
        range.before().ifPresent(before -> days.addAll(List.of(before.minusDays(1), before)));
    }
}
