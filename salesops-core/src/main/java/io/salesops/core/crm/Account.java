package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A company that is or may become a customer. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Account.Builder.class)
public interface Account extends WithAccount {

    /** The identity. */
    Field<Account, AccountId> ID = Field.of(Account.class, "id", AccountId.class, a -> Optional.of(a.id()));

    /** The name. */
    Field<Account, String> NAME = Field.of(Account.class, "name", String.class, a -> Optional.of(a.name()));

    /** The industry. */
    Field<Account, String> INDUSTRY = Field.of(Account.class, "industry", String.class, Account::industry);

    /** The number of employees. */
    Field<Account, Long> EMPLOYEES = Field.of(Account.class, "employees", Long.class, Account::employees);

    /** The yearly revenue. */
    Field<Account, MonetaryAmount> REVENUE = Field.of(Account.class, "revenue", MonetaryAmount.class, Account::revenue);

    /** The website. */
    Field<Account, String> WEBSITE = Field.of(Account.class, "website", String.class, Account::website);

    /** The phone number. */
    Field<Account, String> PHONE = Field.of(Account.class, "phone", String.class, Account::phone);

    /** The country of the address. */
    Field<Account, String> COUNTRY =
            Field.of(Account.class, "country", String.class, a -> a.address().flatMap(Address::country));

    /** The state of the address. */
    Field<Account, String> STATE =
            Field.of(Account.class, "state", String.class, a -> a.address().flatMap(Address::state));

    /** The city of the address. */
    Field<Account, String> CITY =
            Field.of(Account.class, "city", String.class, a -> a.address().flatMap(Address::city));

    /** The postal code of the address. */
    Field<Account, String> POSTAL_CODE =
            Field.of(Account.class, "postalCode", String.class, a -> a.address().flatMap(Address::postalCode));

    /** The rep who owns it. */
    Field<Account, RepId> OWNER = Field.of(Account.class, "owner", RepId.class, Account::owner);

    /** The account above it. */
    Field<Account, AccountId> PARENT = Field.of(Account.class, "parent", AccountId.class, Account::parent);

    /** The account's identity. */
    AccountId id();

    /** The company's name. */
    String name();

    /** The account above it in a group of companies. */
    Optional<AccountId> parent();

    /** The website, as the source writes it. */
    Optional<String> website();

    /** The phone number, as the source writes it. */
    Optional<String> phone();

    /** The postal address. */
    Optional<Address> address();

    /** The industry, one of the user's picklist. */
    Optional<String> industry();

    /** The number of employees; not negative. */
    Optional<Long> employees();

    /** The yearly revenue. */
    Optional<MonetaryAmount> revenue();

    /** The rep who owns it. */
    Optional<RepId> owner();

    /** When it was last changed, where the source says so. */
    Optional<Instant> modifiedAt();

    /** The CRM's own fields. */
    @Value.Default
    default CustomFields custom() {
        return CustomFields.none();
    }

    /** A custom field, for conditions; {@code type} is String, BigDecimal, Boolean, LocalDate or MonetaryAmount. */
    static <V> Field<Account, V> custom(String name, Class<V> type) {
        return CustomFields.field(Account.class, name, type, Account::custom);
    }

    /** The fields that conditions on accounts may name. */
    static Fields<Account> fields() {
        return Fields.of(
                Account.class,
                List.of(
                        ID,
                        NAME,
                        INDUSTRY,
                        EMPLOYEES,
                        REVENUE,
                        WEBSITE,
                        PHONE,
                        COUNTRY,
                        STATE,
                        CITY,
                        POSTAL_CODE,
                        OWNER,
                        PARENT),
                Account::custom);
    }

    /** Starts an account. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds accounts. */
    final class Builder extends ImmutableAccount.Builder {
        Builder() {}
    }
}
