package io.salesops.quote.price;

import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.money.CurrencyUnit;

/**
 * What a condition of a step may ask about a line, its quote and its customer. Fields of the account are named
 * {@code account.country} and so on, its custom fields {@code custom.tier}.
 *
 * @param product the product
 * @param quantity how many units
 * @param months the whole months of the term
 * @param group the group of the line, in the user's words
 * @param bundled whether the line is the option of a bundle
 * @param customer the customer's id
 * @param partner the partner through whom it is sold
 * @param segment the customers that the account belongs to
 * @param channel the way on which it is sold
 * @param currency the currency of the quote
 * @param account the customer's record, if the pricer was given it
 */
public record LineFacts(
        ProductId product,
        BigDecimal quantity,
        long months,
        Optional<String> group,
        boolean bundled,
        AccountId customer,
        Optional<AccountId> partner,
        Optional<String> segment,
        Optional<String> channel,
        CurrencyUnit currency,
        Optional<Account> account) {

    /** The product. */
    public static final Field<LineFacts, ProductId> PRODUCT =
            field("product", ProductId.class, facts -> Optional.of(facts.product()));

    /** How many units. */
    public static final Field<LineFacts, BigDecimal> QUANTITY =
            field("quantity", BigDecimal.class, facts -> Optional.of(facts.quantity()));

    /** The whole months of the term. */
    public static final Field<LineFacts, Long> MONTHS =
            field("months", Long.class, facts -> Optional.of(facts.months()));

    /** The group of the line. */
    public static final Field<LineFacts, String> GROUP = field("group", String.class, LineFacts::group);

    /** Whether the line is the option of a bundle. */
    public static final Field<LineFacts, Boolean> BUNDLED =
            field("bundled", Boolean.class, facts -> Optional.of(facts.bundled()));

    /** The customer's id. */
    public static final Field<LineFacts, AccountId> CUSTOMER =
            field("customer", AccountId.class, facts -> Optional.of(facts.customer()));

    /** The partner. */
    public static final Field<LineFacts, AccountId> PARTNER = field("partner", AccountId.class, LineFacts::partner);

    /** The customers that the account belongs to. */
    public static final Field<LineFacts, String> SEGMENT = field("segment", String.class, LineFacts::segment);

    /** The way on which it is sold. */
    public static final Field<LineFacts, String> CHANNEL = field("channel", String.class, LineFacts::channel);

    /** The currency of the quote. */
    public static final Field<LineFacts, CurrencyUnit> CURRENCY =
            field("currency", CurrencyUnit.class, facts -> Optional.of(facts.currency()));

    /** The fields that conditions of steps may name. */
    public static Fields<LineFacts> fields() {
        List<Field<LineFacts, ?>> fields = new ArrayList<>(
                List.of(PRODUCT, QUANTITY, MONTHS, GROUP, BUNDLED, CUSTOMER, PARTNER, SEGMENT, CHANNEL, CURRENCY));
        Account.fields().named().values().forEach(field -> fields.add(account(field)));
        return Fields.of(LineFacts.class, fields, LineFacts::custom);
    }

    /** A field of the customer's record, by the name {@code account.} and its own. */
    public static <V> Field<LineFacts, V> account(Field<Account, V> field) {
        return ofAccount("account." + field.name(), field);
    }

    /** A custom field of the customer's record. */
    public static <V> Field<LineFacts, V> custom(String name, Class<V> type) {
        Field<Account, V> field = Account.custom(name, type);
        return ofAccount(field.name(), field);
    }

    private static <V> Field<LineFacts, V> ofAccount(String name, Field<Account, V> field) {
        return field(name, field.type(), facts -> facts.account().flatMap(field::get))
                .withAbsence(facts -> Optional.of(facts.account()
                        .map(field::absence)
                        .orElseGet(() -> name + " is unknown: the pricer was given no account")));
    }

    private static <V> Field<LineFacts, V> field(
            String name, Class<V> type, Function<? super LineFacts, Optional<V>> getter) {
        return Field.of(LineFacts.class, name, type, getter);
    }
}
