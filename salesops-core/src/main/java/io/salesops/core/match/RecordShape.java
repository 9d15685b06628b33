package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.ContactId;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How a T is read as a row: its id and its text columns. The functions must be pure.
 *
 * @param id what the shape is called, for provenance
 * @param version its version; changes when a column does
 * @param key the id of a T
 * @param columns the columns in order
 * @param <T> what is read
 * @param <I> the type of its ids
 */
public record RecordShape<T, I>(
        String id, String version, Function<T, I> key, ImmutableMap<String, Function<T, Optional<String>>> columns) {

    /** Accounts: name, website, phone and address. */
    public static final RecordShape<Account, AccountId> ACCOUNT = new RecordShape<>(
            "account",
            "2",
            Account::id,
            ImmutableMap.<String, Function<Account, Optional<String>>>builder()
                    .put("name", account -> Optional.of(account.name()))
                    .put("website", Account::website)
                    .put("phone", Account::phone)
                    .put("street", account -> account.address().flatMap(Address::street))
                    .put("postalCode", account -> account.address().flatMap(Address::postalCode))
                    .put("city", account -> account.address().flatMap(Address::city))
                    .put("state", account -> account.address().flatMap(Address::state))
                    .put("country", account -> account.address().flatMap(Address::country))
                    .buildOrThrow());

    /** Contacts: names, e-mail, phone, title, account and address. */
    public static final RecordShape<Contact, ContactId> CONTACT = new RecordShape<>(
            "contact",
            "1",
            Contact::id,
            ImmutableMap.<String, Function<Contact, Optional<String>>>builder()
                    .put("lastName", contact -> Optional.of(contact.lastName()))
                    .put("firstName", Contact::firstName)
                    .put("email", Contact::email)
                    .put("phone", Contact::phone)
                    .put("title", Contact::title)
                    .put("account", contact -> contact.account().map(Object::toString))
                    .put("street", contact -> contact.address().flatMap(Address::street))
                    .put("postalCode", contact -> contact.address().flatMap(Address::postalCode))
                    .put("city", contact -> contact.address().flatMap(Address::city))
                    .buildOrThrow());

    /** Leads: company, names, e-mail, phone and address. */
    public static final RecordShape<Lead, LeadId> LEAD = new RecordShape<>(
            "lead",
            "1",
            Lead::id,
            ImmutableMap.<String, Function<Lead, Optional<String>>>builder()
                    .put("lastName", Lead::lastName)
                    .put("firstName", Lead::firstName)
                    .put("email", Lead::email)
                    .put("phone", Lead::phone)
                    .put("company", Lead::company)
                    .put("street", lead -> lead.address().flatMap(Address::street))
                    .put("postalCode", lead -> lead.address().flatMap(Address::postalCode))
                    .put("city", lead -> lead.address().flatMap(Address::city))
                    .buildOrThrow());

    /**
     * Returns this shape with a column that is read through a function of the value and its text, which may look at other
     * fields: the country, for a phone number. Where the function returns nothing, there is no text. The version says how:
     * {@code "1+e164"}.
     *
     * @throws IllegalArgumentException if there is no such column
     */
    public RecordShape<T, I> reading(String column, String how, BiFunction<T, String, Optional<String>> function) {
        Function<T, Optional<String>> text = columns.get(column);
        checkArgument(text != null, "no column '%s' in %s. Maybe one of %s.", column, id, columns.keySet());
        ImmutableMap.Builder<String, Function<T, Optional<String>>> all = ImmutableMap.builder();
        columns.forEach((name, read) -> all.put(
                name,
                name.equals(column)
                        ? value -> read.apply(value).flatMap(given -> function.apply(value, given))
                        : read));
        return new RecordShape<>(id, version + "+" + how, key, all.buildOrThrow());
    }

    /** Returns the row of a value. */
    public MatchRecord row(T value) {
        ImmutableMap.Builder<String, String> row = ImmutableMap.builder();
        columns.forEach((column, text) ->
                text.apply(value).filter(given -> !given.isBlank()).ifPresent(given -> row.put(column, given)));
        return new MatchRecord(row.buildOrThrow());
    }
}
