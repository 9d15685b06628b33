package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How contacts merge. The postal address is one field; a custom field says when a contact was changed. */
final class ContactMergeShape implements MergeShape<Contact> {
    private static final ImmutableList<MergeField<Contact>> FIELDS = ImmutableList.of(
            MergeField.text("lastName", Contact::lastName, (to, from) -> to.withLastName(from.lastName())),
            new MergeField<>("firstName", Contact::firstName, (to, from) -> to.withFirstName(from.firstName())),
            new MergeField<>("account", Contact::account, (to, from) -> to.withAccount(from.account())),
            new MergeField<>("email", Contact::email, (to, from) -> to.withEmail(from.email())),
            new MergeField<>("phone", Contact::phone, (to, from) -> to.withPhone(from.phone())),
            new MergeField<>("title", Contact::title, (to, from) -> to.withTitle(from.title())),
            new MergeField<>("address", Contact::address, (to, from) -> to.withAddress(from.address())));

    @Override
    public String plural() {
        return "contacts";
    }

    @Override
    public Comparable<?> id(Contact contact) {
        return contact.id();
    }

    @Override
    public ImmutableList<MergeField<Contact>> fields() {
        return FIELDS;
    }

    @Override
    public Stream<MergeField<Contact>> custom(Collection<Contact> members) {
        return MergeField.custom(members, Contact::custom, Contact::withCustom);
    }

    @Override
    public Optional<Instant> modifiedAt(Contact contact, String field) {
        return MergeField.moment(contact.custom(), field);
    }

    @Override
    public Optional<String> source(Contact contact, String field) {
        return contact.custom().get(field, String.class);
    }

    @Override
    public Contact complete(Contact golden, Collection<Contact> members) {
        return golden;
    }

    @Override
    public Optional<String> reference(Contact contact) {
        return Optional.empty();
    }

    @Override
    public Optional<Contact> redirected(Contact contact, Set<String> retired, Contact golden) {
        return Optional.empty();
    }

    @Override
    public MergeImage image(Contact contact) {
        return new MergeImage.OfContact(contact);
    }

    @Override
    public Optional<Contact> value(MergeImage image) {
        return image.match(new MergeImage.Cases<>() {
            @Override
            public Optional<Contact> account(Account account) {
                return Optional.empty();
            }

            @Override
            public Optional<Contact> contact(Contact contact) {
                return Optional.of(contact);
            }

            @Override
            public Optional<Contact> lead(Lead lead) {
                return Optional.empty();
            }
        });
    }
}
