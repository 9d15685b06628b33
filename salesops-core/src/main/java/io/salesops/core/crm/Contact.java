package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A person at an account. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Contact.Builder.class)
public interface Contact extends WithContact {

    /** The identity. */
    Field<Contact, ContactId> ID = Field.of(Contact.class, "id", ContactId.class, contact -> Optional.of(contact.id()));

    /** The last name. */
    Field<Contact, String> LAST_NAME =
            Field.of(Contact.class, "lastName", String.class, c -> Optional.of(c.lastName()));

    /** The first name. */
    Field<Contact, String> FIRST_NAME = Field.of(Contact.class, "firstName", String.class, Contact::firstName);

    /** The account that the person works for. */
    Field<Contact, AccountId> ACCOUNT = Field.of(Contact.class, "account", AccountId.class, Contact::account);

    /** The phone number. */
    Field<Contact, String> PHONE = Field.of(Contact.class, "phone", String.class, Contact::phone);

    /** The job title. */
    Field<Contact, String> TITLE = Field.of(Contact.class, "title", String.class, Contact::title);

    /** The country of the address. */
    Field<Contact, String> COUNTRY =
            Field.of(Contact.class, "country", String.class, c -> c.address().flatMap(Address::country));

    /** The state of the address. */
    Field<Contact, String> STATE =
            Field.of(Contact.class, "state", String.class, c -> c.address().flatMap(Address::state));

    /** The city of the address. */
    Field<Contact, String> CITY =
            Field.of(Contact.class, "city", String.class, c -> c.address().flatMap(Address::city));

    /** The postal code of the address. */
    Field<Contact, String> POSTAL_CODE =
            Field.of(Contact.class, "postalCode", String.class, c -> c.address().flatMap(Address::postalCode));

    /** The e-mail address. */
    Field<Contact, String> EMAIL = Field.of(Contact.class, "email", String.class, Contact::email);

    /** The contact's identity. */
    ContactId id();

    /** The account that the person works for. */
    Optional<AccountId> account();

    /** The last name. */
    String lastName();

    /** The first name. */
    Optional<String> firstName();

    /** The e-mail address, as the source writes it. */
    Optional<String> email();

    /** The phone number, as the source writes it. */
    Optional<String> phone();

    /** The job title. */
    Optional<String> title();

    /** The postal address. */
    Optional<Address> address();

    /** The CRM's own fields. */
    @Value.Default
    default CustomFields custom() {
        return CustomFields.none();
    }

    /** A custom field, for conditions; {@code type} is String, BigDecimal, Boolean, LocalDate or MonetaryAmount. */
    static <V> Field<Contact, V> custom(String name, Class<V> type) {
        return CustomFields.field(Contact.class, name, type, Contact::custom);
    }

    /** The fields that conditions on contacts may name. */
    static Fields<Contact> fields() {
        return Fields.of(
                Contact.class,
                List.of(ID, LAST_NAME, FIRST_NAME, EMAIL, PHONE, TITLE, ACCOUNT, COUNTRY, STATE, CITY, POSTAL_CODE),
                Contact::custom);
    }

    /** Starts a contact. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds contacts. */
    final class Builder extends ImmutableContact.Builder {
        Builder() {}
    }
}
