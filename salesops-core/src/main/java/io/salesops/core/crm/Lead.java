package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A person or company that showed interest and is not yet an account. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Lead.Builder.class)
public interface Lead extends WithLead {

    /** The identity. */
    Field<Lead, LeadId> ID = Field.of(Lead.class, "id", LeadId.class, lead -> Optional.of(lead.id()));

    /** Where it came from. */
    Field<Lead, String> SOURCE = Field.of(Lead.class, "source", String.class, Lead::source);

    /** The company. */
    Field<Lead, String> COMPANY = Field.of(Lead.class, "company", String.class, Lead::company);

    /** The person's first name. */
    Field<Lead, String> FIRST_NAME = Field.of(Lead.class, "firstName", String.class, Lead::firstName);

    /** The person's last name. */
    Field<Lead, String> LAST_NAME = Field.of(Lead.class, "lastName", String.class, Lead::lastName);

    /** The e-mail address. */
    Field<Lead, String> EMAIL = Field.of(Lead.class, "email", String.class, Lead::email);

    /** The phone number. */
    Field<Lead, String> PHONE = Field.of(Lead.class, "phone", String.class, Lead::phone);

    /** The city of the address. */
    Field<Lead, String> CITY =
            Field.of(Lead.class, "city", String.class, l -> l.address().flatMap(Address::city));

    /** The state of the address. */
    Field<Lead, String> STATE =
            Field.of(Lead.class, "state", String.class, l -> l.address().flatMap(Address::state));

    /** The postal code of the address. */
    Field<Lead, String> POSTAL_CODE =
            Field.of(Lead.class, "postalCode", String.class, l -> l.address().flatMap(Address::postalCode));

    /** The status. */
    Field<Lead, String> STATUS = Field.of(Lead.class, "status", String.class, Lead::status);

    /** The country of the address. */
    Field<Lead, String> COUNTRY =
            Field.of(Lead.class, "country", String.class, l -> l.address().flatMap(Address::country));

    /** The rep who owns it. */
    Field<Lead, RepId> OWNER = Field.of(Lead.class, "owner", RepId.class, Lead::owner);

    /** When it came in. */
    Field<Lead, Instant> CREATED_AT = Field.of(Lead.class, "createdAt", Instant.class, Lead::createdAt);

    /** The lead's identity. */
    LeadId id();

    /** The company's name. */
    Optional<String> company();

    /** The person's last name. */
    Optional<String> lastName();

    /** The person's first name. */
    Optional<String> firstName();

    /** The e-mail address, as the source writes it. */
    Optional<String> email();

    /** The phone number, as the source writes it. */
    Optional<String> phone();

    /** The campaign or channel it came from. */
    Optional<String> source();

    /** Where it stands in the user's lead life cycle. */
    Optional<String> status();

    /** When it came in, where the source says so. */
    Optional<Instant> createdAt();

    /** The postal address. */
    Optional<Address> address();

    /** The rep who owns it. */
    Optional<RepId> owner();

    /** The CRM's own fields. */
    @Value.Default
    default CustomFields custom() {
        return CustomFields.none();
    }

    /** A custom field, for conditions; {@code type} is String, BigDecimal, Boolean, LocalDate or MonetaryAmount. */
    static <V> Field<Lead, V> custom(String name, Class<V> type) {
        return CustomFields.field(Lead.class, name, type, Lead::custom);
    }

    /** The fields that conditions on leads may name. */
    static Fields<Lead> fields() {
        return Fields.of(
                Lead.class,
                List.of(
                        ID,
                        SOURCE,
                        COMPANY,
                        FIRST_NAME,
                        LAST_NAME,
                        EMAIL,
                        PHONE,
                        STATUS,
                        COUNTRY,
                        STATE,
                        CITY,
                        POSTAL_CODE,
                        CREATED_AT,
                        OWNER),
                Lead::custom);
    }

    /** Starts a lead. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds leads. */
    final class Builder extends ImmutableLead.Builder {
        Builder() {}
    }
}
