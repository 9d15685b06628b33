package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.pricing.ProductShelf.Sold;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** Finds what is wrong with the lines and the header of a quote before it is priced. */
final class QuoteCheck {
    private static final int MOST_DIGITS = 60;

    private final Definitions definitions;
    private final Quote quote;
    private final LocalDate date;
    private final Optional<PreparedBook> book;
    private final Currencies currencies;
    private final List<Finding> findings;
    private final boolean asksForeseen;
    private boolean hasBundles;

    QuoteCheck(
            Definitions definitions,
            Quote quote,
            LocalDate date,
            Optional<PreparedBook> book,
            Currencies currencies,
            List<Finding> findings) {
        this.definitions = definitions;
        this.quote = quote;
        this.date = date;
        this.book = book;
        this.currencies = currencies;
        this.findings = findings;
        this.asksForeseen = definitions.foreseesCustomerDiscount();
    }

    /** Checks what concerns the quote as a whole, its promotions aside. */
    void header() {
        if (!definitions.catalog().effective().contains(date)) {
            error(
                    "quote.catalog.notEffective",
                    "",
                    "catalogue " + definitions.catalog().id() + " "
                            + definitions.catalog().version() + " is in force "
                            + definitions.catalog().effective() + ", not on " + date);
        }
        if (quote.lines().isEmpty()) {
            error("quote.line.missing", "/lines", "quote " + quote.id() + " has no lines");
        }
        if (quote.headerDiscount().isPresent()) {
            discount(quote.headerDiscount().get(), "/headerDiscount", -1, null);
        }
        quote.headerAmount().ifPresent(amount -> amount(amount, "/headerAmount", "amount off the quote"));
        if (book.isPresent()) {
            CurrencyUnit own = currency();
            rate(book.get().book().currency(), own, "/currency");
            if (definitions.policy().rounding().scale().isEmpty() && own.getDefaultFractionDigits() < 0) {
                findings.add(Finding.error(
                                "quote.currency.scale",
                                "/currency",
                                "currency " + own + " has no minor units of its own")
                        .maybe("Maybe state the scale in the policy's rounding."));
            }
            definitions
                    .policy()
                    .minimumOrder()
                    .ifPresent(minimum -> rate(minimum.amount().getCurrency(), own, ""));
        }
    }

    private CurrencyUnit currency() {
        return quote.currency().orElseGet(() -> book.orElseThrow().book().currency());
    }

    /** Checks a line; returns what it sells, or null where a finding says why it cannot be priced. */
    @Nullable
    Sold line(QuoteLine line, int position) {
        ProductShelf shelf =
                book.isPresent() ? book.get().products().get(line.product().value()) : null;
        Sold sold = shelf == null ? null : shelf.on(date).orElse(null);
        if (sold == null) {
            unsold(line, position, shelf);
        }
        BigDecimal quantity = line.quantity();
        boolean countable = quantity.precision() <= MOST_DIGITS && Math.abs((long) quantity.scale()) <= MOST_DIGITS;
        if (quantity.signum() < 0) {
            findings.add(Finding.error(
                            "quote.quantity.negative",
                            path(position, "/quantity"),
                            "quantity of line " + line.id() + " is negative: " + quantity)
                    .maybe("Maybe it belongs to an amendment of the contract."));
        } else if (!countable) {
            error(
                    "quote.quantity.digits",
                    path(position, "/quantity"),
                    "quantity of line " + line.id() + " has more than " + MOST_DIGITS + " digits: " + quantity);
        } else if (sold != null && !sold.plain()) {
            tiers(line, position, sold);
        }
        hasBundles |= line.bundle().isPresent();
        asked(line, position);
        if (sold != null && (!sold.plain() || !line.amounts().isEmpty())) {
            inputs(line, position, sold);
        }
        return sold;
    }

    /** Whether any of the lines so far is an option of another. */
    boolean hasBundles() {
        return hasBundles;
    }

    private static String path(int position, String field) {
        return position < 0 ? field : "/lines/" + position + field;
    }

    private void unsold(QuoteLine line, int position, @Nullable ProductShelf shelf) {
        String path = path(position, "/product");
        if (!definitions.offerings().containsKey(line.product())) {
            error(
                    "quote.product.unknown",
                    path,
                    "product " + line.product() + " of line " + line.id() + " is not in the catalogue "
                            + definitions.catalog().id());
        } else if (shelf != null && shelf.offering(date).isEmpty()) {
            error(
                    "quote.product.notEffective",
                    path,
                    "no version of product " + line.product() + " of line " + line.id() + " is sold on " + date);
        }
        boolean isSold = shelf == null || shelf.offering(date).isPresent();
        if (book.isPresent() && isSold) {
            error(
                    "quote.price.missing",
                    path,
                    "price book " + book.get().book().id() + " "
                            + book.get().book().version() + " has no price for "
                            + line.product()
                            + (shelf != null && shelf.hasPrice() ? " on " + date : ""));
        }
    }

    private void tiers(QuoteLine line, int position, Sold sold) {
        ListPrice model = sold.list().model();
        if (model instanceof TierPrice || model instanceof UsagePrice) {
            Rational quantity = Rational.of(line.quantity());
            if (!model.prices(quantity)) {
                error(
                        "quote.quantity.aboveTiers",
                        path(position, "/quantity"),
                        "quantity of line " + line.id() + " is "
                                + line.quantity().toPlainString() + ", but the last tier of " + line.product()
                                + " ends " + model.end());
            }
        }
        if (sold.shelf().hasContracts()) {
            sold.shelf().contracted(quote.account(), date).ifPresent(entry -> {
                if (!definitions.foreseesContractedPrice()) {
                    error(
                            "quote.contract.notForeseen",
                            path(position, "/product"),
                            "price book " + entry.step().rule() + " has a contracted price of " + line.product()
                                    + " for " + quote.account() + ", but policy "
                                    + definitions.policy().id() + " has no step for it");
                } else if (!entry.model().prices(Rational.of(line.quantity()))) {
                    error(
                            "quote.quantity.aboveTiers",
                            path(position, "/quantity"),
                            "quantity of line " + line.id() + " is "
                                    + line.quantity().toPlainString() + ", but the contracted tiers of "
                                    + line.product() + " end " + entry.model().end());
                }
            });
        }
    }

    private void asked(QuoteLine line, int position) {
        boolean rated = line.discount().isPresent();
        boolean reduced = line.amountOff().isPresent();
        boolean set = line.unitPrice().isPresent();
        if (!rated && !reduced && !set) {
            return;
        }
        if ((rated && reduced) || (rated && set) || (reduced && set)) {
            error(
                    "quote.discount.several",
                    path(position, ""),
                    "line " + line.id() + " asks for more than one of discount, amountOff and unitPrice");
        }
        if (rated) {
            discount(line.discount().orElseThrow(), "/discount", position, line);
        }
        line.amountOff()
                .ifPresent(amount -> amount(amount, path(position, "/amountOff"), "amount off line " + line.id()));
        line.unitPrice().ifPresent(unit -> {
            amount(unit, path(position, "/unitPrice"), "unit price of line " + line.id());
            if (line.reason().isEmpty()) {
                error(
                        "quote.override.reason",
                        path(position, "/reason"),
                        "line " + line.id() + " sets its unit price to " + unit + " without a reason");
            }
        });
        if (!asksForeseen) {
            error(
                    "quote.discount.notForeseen",
                    path(position, rated ? "/discount" : reduced ? "/amountOff" : "/unitPrice"),
                    "line " + line.id() + " asks for "
                            + (rated
                                    ? line.discount().orElseThrow()
                                    : reduced
                                            ? line.amountOff().orElseThrow()
                                            : line.unitPrice().orElseThrow())
                            + ", but policy " + definitions.policy().id() + " "
                            + definitions.policy().version() + " has no customer discount");
        }
    }

    /** Amounts and costs that the price model needs. */
    private void inputs(QuoteLine line, int position, Sold sold) {
        ListPrice model = sold.list().model();
        if (model.needsAmounts() && line.amounts().isEmpty()) {
            findings.add(Finding.error(
                            "quote.amount.missing",
                            path(position, "/amounts"),
                            "the price of " + line.product() + " of line " + line.id()
                                    + " follows from amounts, and the line states none")
                    .maybe("Maybe list the amounts of its transactions, or its price."));
        }
        ImmutableList<MonetaryAmount> amounts = line.amounts();
        for (int i = 0; i < amounts.size(); i++) {
            String path = path(position, "/amounts/" + i);
            rate(amounts.get(i).getCurrency(), book.orElseThrow().book().currency(), path);
            notNegative(amounts.get(i), path, "amount " + (i + 1) + " of line " + line.id());
        }
        if (model.needsCost()) {
            Optional<MonetaryAmount> cost = sold.offering().cost();
            if (cost.isEmpty()) {
                error(
                        "quote.cost.missing",
                        path(position, "/product"),
                        "the price of " + line.product() + " of line " + line.id()
                                + " follows from its cost, and the catalogue states none");
            } else {
                rate(cost.get().getCurrency(), book.orElseThrow().book().currency(), path(position, "/product"));
            }
        }
    }

    private void discount(Rate rate, String path, int position, @Nullable QuoteLine line) {
        if (rate.value().numerator().compareTo(rate.value().denominator()) > 0) {
            findings.add(Finding.error(
                            "quote.discount.aboveWhole",
                            path(position, path),
                            "discount of " + subject(line) + " is more than the price: " + rate)
                    .maybe("Maybe 10% is written 0.1 or 10%, not 10."));
        } else if (rate.signum() < 0) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "quote.discount.surcharge",
                    path(position, path),
                    "discount of " + subject(line) + " is a surcharge: " + rate));
        }
    }

    private static String subject(@Nullable QuoteLine line) {
        return line == null ? "the quote" : "line " + line.id();
    }

    /** An amount in any currency that has a rate into that of the quote. */
    private void amount(MonetaryAmount amount, String path, String what) {
        if (book.isPresent()) {
            rate(amount.getCurrency(), currency(), path);
        }
        notNegative(amount, path, what);
    }

    private void notNegative(MonetaryAmount amount, String path, String what) {
        if (amount.isNegative()) {
            error("quote.amount.negative", path, what + " is negative: " + amount);
        }
    }

    private void rate(CurrencyUnit from, CurrencyUnit to, String path) {
        if (currencies.factor(from, to).isEmpty()) {
            findings.add(currencies.unknown(from, to, path));
        }
    }

    private void error(String code, String path, String message) {
        findings.add(Finding.error(code, path, message));
    }
}
