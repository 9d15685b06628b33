package io.salesops.commission.plan;

import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;

/** What a plan may ask about a credit: conditions on eligibility name these fields. */
public interface Countable {

    /** The deal, invoice or payment. */
    Field<Countable, String> SOURCE =
            Field.of(Countable.class, "source", String.class, credit -> Optional.of(credit.source()));

    /** The day of the event. */
    Field<Countable, LocalDate> DATE =
            Field.of(Countable.class, "date", LocalDate.class, credit -> Optional.of(credit.date()));

    /** How much is credited. */
    Field<Countable, MonetaryAmount> AMOUNT =
            Field.of(Countable.class, "amount", MonetaryAmount.class, credit -> Optional.of(credit.amount()));

    /** How much of it is margin. */
    Field<Countable, MonetaryAmount> MARGIN =
            Field.of(Countable.class, "margin", MonetaryAmount.class, Countable::margin);

    /** The margin as a share of the amount. */
    Field<Countable, Rate> MARGIN_RATE = Field.of(Countable.class, "marginRate", Rate.class, Countable::marginRate);

    /** How many units. */
    Field<Countable, BigDecimal> UNITS = Field.of(Countable.class, "units", BigDecimal.class, Countable::units);

    /** What it counts for. */
    Field<Countable, String> MEASURE =
            Field.of(Countable.class, "measure", String.class, credit -> Optional.of(credit.measure()));

    /** The first day of what was sold. */
    Field<Countable, LocalDate> STARTED = Field.of(Countable.class, "started", LocalDate.class, Countable::started);

    /** The deal, invoice or payment that is credited, as its system calls it. */
    String source();

    /** The day of the event. */
    LocalDate date();

    /** How much is credited; a refund or a cancellation is negative. */
    MonetaryAmount amount();

    /** How much of the amount is margin, with the sign of the amount; in the currency of the amount. */
    Optional<MonetaryAmount> margin();

    /** How many units are credited, with the sign of the amount; a score is a share of one: 0.81 for 81%. */
    Optional<BigDecimal> units();

    /** What it counts for. */
    String measure();

    /** The first day of the contract or the customer, from which the months of residuals count. */
    Optional<LocalDate> started();

    /** The rate that somebody below in the hierarchy was paid on the same event, for overrides that pay the difference. */
    Optional<Rate> paidBelow();

    /** The CRM's own fields of the deal. */
    CustomFields custom();

    /** The margin as a share of the amount; empty without margin or amount. */
    default Optional<Rate> marginRate() {
        return amount().isZero()
                ? Optional.empty()
                : margin().map(margin -> new Rate(Amounts.exact(margin).dividedBy(Amounts.exact(amount()))));
    }

    /** The fields that conditions on credits may name. */
    static Fields<Countable> fields() {
        return Fields.of(
                Countable.class,
                List.of(SOURCE, DATE, AMOUNT, MARGIN, MARGIN_RATE, UNITS, MEASURE, STARTED),
                new Fields.Custom<>() {
                    @Override
                    public <V> Field<Countable, V> field(String name, Class<V> type) {
                        return CustomFields.field(Countable.class, name, type, Countable::custom);
                    }
                });
    }
}
