package io.salesops.core.match;

import io.salesops.core.crm.Account;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How accounts merge. */
final class AccountMergeShape implements MergeShape<Account> {
    @Override
    public Comparable<?> id(Account account) {
        return account.id();
    }

    @Override
    public Stream<MergeField<Account>> fields(Collection<Account> members) {
        return MergeField.accounts(members);
    }

    @Override
    public Optional<Instant> modifiedAt(Account account) {
        return account.modifiedAt();
    }

    @Override
    public Optional<String> source(Account account, String field) {
        return account.custom().get(field, String.class);
    }

    @Override
    public Account complete(Account golden, Collection<Account> members) {
        Optional<Instant> last =
                members.stream().flatMap(member -> member.modifiedAt().stream()).max(Comparator.naturalOrder());
        boolean ownParent = golden.parent()
                .filter(parent ->
                        members.stream().anyMatch(member -> member.id().equals(parent)))
                .isPresent();
        Account dated = golden.withModifiedAt(last);
        return ownParent ? dated.withParent(Optional.empty()) : dated;
    }

    @Override
    public Optional<Account> redirected(Account account, Set<?> retired, Account golden) {
        return account.parent().filter(retired::contains).map(parent -> account.withParent(golden.id()));
    }
}
