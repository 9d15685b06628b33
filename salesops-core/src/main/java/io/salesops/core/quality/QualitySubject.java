package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.ProductLine;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * How rules and repairs see a kind of record: its identity, its fields by name, and the texts that can be repaired.
 *
 * @param kind the kind of record
 * @param fields the fields, as conditions name them
 * @param id the identity in text
 * @param custom the fields of the CRM's own
 * @param withCustom replaces them
 * @param texts the texts that can be repaired
 */
record QualitySubject<T>(
        QualityRules.Subject kind,
        Fields<T> fields,
        Function<T, String> id,
        Function<T, CustomFields> custom,
        BiFunction<T, CustomFields, T> withCustom,
        ImmutableList<TextField<T>> texts) {

    /** What a text means, which decides how it can be repaired. */
    enum Meaning {
        PLAIN,
        COUNTRY,
        EMAIL,
        WEBSITE,
        PHONE,
        CURRENCY
    }

    /** A text of a record that can be read and replaced; a required one cannot be cleared. */
    record TextField<T>(
            String name,
            Meaning meaning,
            boolean required,
            Function<T, Optional<String>> get,
            BiFunction<T, Optional<String>, T> set) {}

    static final QualitySubject<Account> ACCOUNTS = new QualitySubject<>(
            QualityRules.Subject.ACCOUNT,
            Account.fields(),
            account -> account.id().value(),
            Account::custom,
            Account::withCustom,
            ImmutableList.<TextField<Account>>builder()
                    .add(required("name", Account::name, Account::withName))
                    .add(text("website", Meaning.WEBSITE, Account::website, Account::withWebsite))
                    .add(text("phone", Meaning.PHONE, Account::phone, Account::withPhone))
                    .add(text("industry", Meaning.PLAIN, Account::industry, Account::withIndustry))
                    .addAll(address(Account::address, Account::withAddress))
                    .build());

    static final QualitySubject<Contact> CONTACTS = new QualitySubject<>(
            QualityRules.Subject.CONTACT,
            Contact.fields(),
            contact -> contact.id().value(),
            Contact::custom,
            Contact::withCustom,
            ImmutableList.<TextField<Contact>>builder()
                    .add(required("lastName", Contact::lastName, Contact::withLastName))
                    .add(text("firstName", Meaning.PLAIN, Contact::firstName, Contact::withFirstName))
                    .add(text("email", Meaning.EMAIL, Contact::email, Contact::withEmail))
                    .add(text("phone", Meaning.PHONE, Contact::phone, Contact::withPhone))
                    .add(text("title", Meaning.PLAIN, Contact::title, Contact::withTitle))
                    .addAll(address(Contact::address, Contact::withAddress))
                    .build());

    static final QualitySubject<Lead> LEADS = new QualitySubject<>(
            QualityRules.Subject.LEAD,
            Lead.fields(),
            lead -> lead.id().value(),
            Lead::custom,
            Lead::withCustom,
            ImmutableList.<TextField<Lead>>builder()
                    .add(text("company", Meaning.PLAIN, Lead::company, Lead::withCompany))
                    .add(text("lastName", Meaning.PLAIN, Lead::lastName, Lead::withLastName))
                    .add(text("firstName", Meaning.PLAIN, Lead::firstName, Lead::withFirstName))
                    .add(text("email", Meaning.EMAIL, Lead::email, Lead::withEmail))
                    .add(text("phone", Meaning.PHONE, Lead::phone, Lead::withPhone))
                    .add(text("source", Meaning.PLAIN, Lead::source, Lead::withSource))
                    .add(text("status", Meaning.PLAIN, Lead::status, Lead::withStatus))
                    .addAll(address(Lead::address, Lead::withAddress))
                    .build());

    static final QualitySubject<Opportunity> OPPORTUNITIES = new QualitySubject<>(
            QualityRules.Subject.OPPORTUNITY,
            withProduct(Opportunity.fields()),
            deal -> deal.id().value(),
            Opportunity::custom,
            Opportunity::withCustom,
            ImmutableList.of(
                    text("name", Meaning.PLAIN, Opportunity::name, Opportunity::withName),
                    required("stage", Opportunity::stage, Opportunity::withStage)));

    /** Rules also see the product of the first line, so that they can hold it against the catalogue. */
    private static Fields<Opportunity> withProduct(Fields<Opportunity> fields) {
        return new Fields<>(
                fields.owner(),
                ImmutableMap.<String, Field<Opportunity, ?>>builder()
                        .putAll(fields.named())
                        .put(
                                "product",
                                Field.of(
                                        Opportunity.class,
                                        "product",
                                        ProductId.class,
                                        deal -> deal.lines().stream()
                                                .findFirst()
                                                .map(ProductLine::product)))
                        .buildOrThrow(),
                fields.custom());
    }

    private static <T> TextField<T> text(
            String name, Meaning meaning, Function<T, Optional<String>> get, BiFunction<T, Optional<String>, T> set) {
        return new TextField<>(name, meaning, false, get, set);
    }

    private static <T> TextField<T> required(String name, Function<T, String> get, BiFunction<T, String, T> set) {
        return new TextField<>(
                name,
                Meaning.PLAIN,
                true,
                record -> Optional.of(get.apply(record)),
                (record, text) -> text.map(value -> set.apply(record, value)).orElse(record));
    }

    private static <T> ImmutableList<TextField<T>> address(
            Function<T, Optional<Address>> get, BiFunction<T, Optional<Address>, T> set) {
        return ImmutableList.of(
                part("street", Meaning.PLAIN, get, set, Address::street, Address::withStreet),
                part("city", Meaning.PLAIN, get, set, Address::city, Address::withCity),
                part("state", Meaning.PLAIN, get, set, Address::state, Address::withState),
                part("postalCode", Meaning.PLAIN, get, set, Address::postalCode, Address::withPostalCode),
                part("country", Meaning.COUNTRY, get, set, Address::country, Address::withCountry));
    }

    private static <T> TextField<T> part(
            String name,
            Meaning meaning,
            Function<T, Optional<Address>> get,
            BiFunction<T, Optional<Address>, T> set,
            Function<Address, Optional<String>> getPart,
            BiFunction<Address, Optional<String>, Address> setPart) {
        return text(
                name,
                meaning,
                record -> get.apply(record).flatMap(getPart),
                (record, text) -> set.apply(record, get.apply(record).map(address -> setPart.apply(address, text))));
    }

    /** A text among the fields of the CRM's own that can be read and replaced; values of other types are none. */
    TextField<T> customText(String field, Meaning meaning) {
        String name = field.substring(CustomFields.PREFIX.length());
        return text(
                field,
                meaning,
                record -> custom.apply(record).get(name, String.class),
                (record, text) -> withCustom.apply(
                        record,
                        text.map(value -> custom.apply(record).with(name, value))
                                .orElseGet(() -> custom.apply(record).without(name))));
    }

    /** Whether the kind has a field of the name; a field of the CRM's own may have any. */
    boolean has(String field) {
        return fields.named().containsKey(field)
                || (field.startsWith(CustomFields.PREFIX) && field.length() > CustomFields.PREFIX.length());
    }

    /** The condition of a rule on this kind of record; empty where the rule states none. */
    @SuppressWarnings("unchecked") // the kind of the subject decides what T is
    Optional<Criteria<T>> condition(QualityRule.Holds rule) {
        return switch (kind) {
            case ACCOUNT -> rule.account().map(any -> (Criteria<T>) any);
            case CONTACT -> rule.contact().map(any -> (Criteria<T>) any);
            case LEAD -> rule.lead().map(any -> (Criteria<T>) any);
            case OPPORTUNITY -> rule.opportunity().map(any -> (Criteria<T>) any);
        };
    }

    /** The type of a field; of one of the CRM's own it is known only from its values. */
    Optional<Class<?>> type(String field) {
        return Optional.ofNullable(fields.named().get(field)).map(Field::type);
    }

    /** Returns the value of a field of any type; a blank text is none. */
    Function<T, Optional<Object>> reader(String field) {
        Function<T, Optional<Object>> reader = any(field);
        return record -> {
            Optional<Object> value = reader.apply(record);
            return value.isPresent() && value.get() instanceof String text && text.isBlank() ? Optional.empty() : value;
        };
    }

    private Function<T, Optional<Object>> any(String field) {
        Field<T, ?> named = fields.named().get(field);
        if (named != null) {
            return record -> named.get(record).map(Object.class::cast);
        }
        String name = field.substring(CustomFields.PREFIX.length());
        return record -> custom.apply(record).get(name).map(CustomFields.CustomValue::value);
    }
}
