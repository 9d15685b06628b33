package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.ProductId;
import io.salesops.core.crm.RepId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.money.MonetaryAmount;

/**
 * What is credited by itself: a line of an event, or an event without lines. Immutable and thread-safe.
 *
 * @param event the event
 * @param line one of its lines, or empty where it has none
 */
public record CreditItem(CreditEvent event, Optional<EventLine> line) {

    /** The kind of event: booking, invoice or cash. */
    public static final Field<CreditItem, String> BASIS = Field.of(
            CreditItem.class,
            "basis",
            String.class,
            item -> Optional.of(item.event().basis().name().toLowerCase(Locale.ROOT)));

    /** The day of the event. */
    public static final Field<CreditItem, LocalDate> DATE = Field.of(
            CreditItem.class,
            "date",
            LocalDate.class,
            item -> Optional.of(item.event().date()));

    /** Who owns the deal. */
    public static final Field<CreditItem, RepId> OWNER = Field.of(
            CreditItem.class, "owner", RepId.class, item -> item.event().owner());

    /** The account that buys. */
    public static final Field<CreditItem, AccountId> ACCOUNT = Field.of(
            CreditItem.class, "account", AccountId.class, item -> item.event().account());

    /** What was sold. */
    public static final Field<CreditItem, ProductId> PRODUCT = Field.of(
            CreditItem.class, "product", ProductId.class, item -> item.line().flatMap(EventLine::product));

    /** How much, of the line. */
    public static final Field<CreditItem, MonetaryAmount> AMOUNT =
            Field.of(CreditItem.class, "amount", MonetaryAmount.class, item -> Optional.of(item.amount()));

    /** How much, of the whole event. */
    public static final Field<CreditItem, MonetaryAmount> EVENT_AMOUNT = Field.of(
            CreditItem.class,
            "eventAmount",
            MonetaryAmount.class,
            item -> Optional.of(item.event().amount()));

    /** How many units. */
    public static final Field<CreditItem, BigDecimal> UNITS =
            Field.of(CreditItem.class, "units", BigDecimal.class, CreditItem::units);

    /** What is left after cost. */
    public static final Field<CreditItem, MonetaryAmount> MARGIN =
            Field.of(CreditItem.class, "margin", MonetaryAmount.class, CreditItem::margin);

    /** How much is credited. */
    public MonetaryAmount amount() {
        return line.map(EventLine::amount).orElseGet(event::amount);
    }

    /** How many units are credited. */
    public Optional<BigDecimal> units() {
        return line.isPresent() ? line.get().units() : event.units();
    }

    /** What is left after cost. */
    public Optional<MonetaryAmount> margin() {
        return line.isPresent() ? line.get().margin() : event.margin();
    }

    /** The custom fields of the event, and over them those of the line. */
    public CustomFields custom() {
        CustomFields all = event.custom();
        for (var field :
                line.map(EventLine::custom).orElse(CustomFields.none()).values().entrySet()) {
            all = all.with(field.getKey(), field.getValue());
        }
        return all;
    }

    /** Returns the items of an event: its lines, or itself. */
    static ImmutableList<CreditItem> of(CreditEvent event) {
        return event.lines().isEmpty()
                ? ImmutableList.of(new CreditItem(event, Optional.empty()))
                : event.lines().stream()
                        .map(line -> new CreditItem(event, Optional.of(line)))
                        .collect(ImmutableList.toImmutableList());
    }

    /** The name under which conditions ask a custom field. */
    public static <V> Field<CreditItem, V> custom(String name, Class<V> type) {
        return CustomFields.field(CreditItem.class, name, type, CreditItem::custom);
    }

    /** The fields that conditions of crediting rules may name. */
    public static Fields<CreditItem> fields() {
        return Fields.of(
                CreditItem.class,
                List.of(BASIS, DATE, OWNER, ACCOUNT, PRODUCT, AMOUNT, EVENT_AMOUNT, UNITS, MARGIN),
                CreditItem::custom);
    }
}
