package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How accounts merge. The postal address is one field. */
final class AccountMergeShape implements MergeShape<Account> {
    private static final ImmutableList<MergeField<Account>> FIELDS = ImmutableList.of(
            MergeField.text("name", Account::name, (to, from) -> to.withName(from.name())),
            new MergeField<>("parent", Account::parent, (to, from) -> to.withParent(from.parent())),
            new MergeField<>("website", Account::website, (to, from) -> to.withWebsite(from.website())),
            new MergeField<>("phone", Account::phone, (to, from) -> to.withPhone(from.phone())),
            new MergeField<>("address", Account::address, (to, from) -> to.withAddress(from.address())),
            new MergeField<>("industry", Account::industry, (to, from) -> to.withIndustry(from.industry())),
            new MergeField<>("employees", Account::employees, (to, from) -> to.withEmployees(from.employees())),
            new MergeField<>("revenue", Account::revenue, (to, from) -> to.withRevenue(from.revenue())),
            new MergeField<>("owner", Account::owner, (to, from) -> to.withOwner(from.owner())));

    @Override
    public String plural() {
        return "accounts";
    }

    @Override
    public Comparable<?> id(Account account) {
        return account.id();
    }

    @Override
    public ImmutableList<MergeField<Account>> fields() {
        return FIELDS;
    }

    @Override
    public Stream<MergeField<Account>> custom(Collection<Account> members) {
        return MergeField.custom(members, Account::custom, Account::withCustom);
    }

    @Override
    public Optional<Instant> modifiedAt(Account account, String field) {
        return account.modifiedAt().or(() -> MergeField.moment(account.custom(), field));
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
    public Optional<String> reference(Account account) {
        return account.parent().map(AccountId::toString);
    }

    @Override
    public Optional<Account> redirected(Account account, Set<String> retired, Account golden) {
        return reference(account).filter(retired::contains).map(parent -> account.withParent(golden.id()));
    }

    @Override
    public MergeImage image(Account account) {
        return new MergeImage.OfAccount(account);
    }

    @Override
    public Optional<Account> value(MergeImage image) {
        return image.match(new MergeImage.Cases<>() {
            @Override
            public Optional<Account> account(Account account) {
                return Optional.of(account);
            }

            @Override
            public Optional<Account> contact(Contact contact) {
                return Optional.empty();
            }

            @Override
            public Optional<Account> lead(Lead lead) {
                return Optional.empty();
            }
        });
    }
}
