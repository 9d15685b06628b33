package io.salesops.quote.price;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;

/** The prices that a waterfall passes on the way from the price book to the customer; each is the price after the last of its steps. */
@EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
public enum PriceLevel {
    /** What the price book says. */
    LIST,
    /** What was contracted with the customer. */
    SPECIAL,
    /** After the seller's schedules and promotions. */
    REGULAR,
    /** After what was negotiated with the customer. */
    CUSTOMER,
    /** After the margins of partners. */
    PARTNER,
    /** What is paid, the share of the header discount included. */
    NET
}
