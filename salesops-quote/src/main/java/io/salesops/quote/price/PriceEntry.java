package io.salesops.quote.price;

import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Amounts;
import io.salesops.core.time.DateRange;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The price of one product.
 *
 * <p>Of the entries of a product that are in force on the day the one with the highest priority counts; two that could meet
 * with equal priority are an error of the price book. Entries with an account are contracted prices, and are chosen among
 * themselves.
 *
 * @param product the product
 * @param price how a quantity becomes its price
 * @param floor the lowest net price of one unit (and month, where it is charged by the month), after all discounts
 * @param account the customer with whom the price is contracted; a list price for everybody unless stated
 * @param effective the days on which it holds; those of the price book unless stated
 * @param priority the higher one wins; 0 unless stated
 */
public record PriceEntry(
        ProductId product,
        PriceModel price,
        Optional<BigDecimal> floor,
        Optional<AccountId> account,
        Optional<DateRange> effective,
        OptionalInt priority) {

    /** Drops trailing zeros of the floor. */
    public PriceEntry {
        floor = floor.map(Amounts::plain);
    }

    /** Obtains a list price of all days. */
    public PriceEntry(ProductId product, PriceModel price, Optional<BigDecimal> floor) {
        this(product, price, floor, Optional.empty(), Optional.empty(), OptionalInt.empty());
    }

    /** Obtains an entry without floor. */
    public static PriceEntry of(String product, PriceModel price) {
        return new PriceEntry(ProductId.of(product), price, Optional.empty());
    }

    /** Returns this entry with a floor, from a decimal as text. */
    public PriceEntry notBelow(String unit) {
        return new PriceEntry(product, price, Optional.of(new BigDecimal(unit)), account, effective, priority);
    }

    /** Returns this entry as a price that is contracted with a customer. */
    public PriceEntry contractedWith(String customer) {
        return new PriceEntry(product, price, floor, Optional.of(AccountId.of(customer)), effective, priority);
    }

    /** Returns this entry for some days only. */
    public PriceEntry during(DateRange days) {
        return new PriceEntry(product, price, floor, account, Optional.of(days), priority);
    }

    /** Returns this entry with a priority. */
    public PriceEntry ranked(int number) {
        return new PriceEntry(product, price, floor, account, effective, OptionalInt.of(number));
    }
}
