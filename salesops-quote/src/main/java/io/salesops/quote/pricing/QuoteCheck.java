package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.Quote;
import io.salesops.quote.document.QuoteLine;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds what is wrong with a quote before it is priced. */
final class QuoteCheck {
    private static final int MOST_DIGITS = 60;

    private final Catalog catalog;
    private final PricingPolicy policy;
    private final ImmutableMap<ProductId, Offering> offerings;
    private final Quote quote;
    private final ImmutableSet<ProductId> sold;
    private final List<Finding> findings = new ArrayList<>();

    QuoteCheck(Catalog catalog, PricingPolicy policy, ImmutableMap<ProductId, Offering> offerings, Quote quote) {
        this.catalog = catalog;
        this.policy = policy;
        this.offerings = offerings;
        this.quote = quote;
        this.sold = quote.lines().stream().map(QuoteLine::product).collect(ImmutableSet.toImmutableSet());
    }

    /** Returns all findings; {@code book} is the version that is in force, empty where its absence was found already. */
    List<Finding> check(Optional<PreparedBook> book, List<Finding> ofBook, AsOf asOf) {
        findings.addAll(ofBook);
        if (!catalog.effective().contains(asOf.date())) {
            error(
                    "quote.catalog.notEffective",
                    "",
                    "catalogue " + catalog.id() + " " + catalog.version() + " is in force " + catalog.effective()
                            + ", not on " + asOf.date());
        }
        book.ifPresent(found -> quote.currency()
                .filter(currency -> !currency.equals(found.book().currency()))
                .ifPresent(currency -> error(
                        "quote.currency.mismatch",
                        "/currency",
                        "quote is in " + currency + ", price book " + quote.priceBook() + " in "
                                + found.book().currency(),
                        "Maybe choose a price book in " + currency + ".")));
        if (quote.lines().isEmpty()) {
            error("quote.line.missing", "/lines", "quote " + quote.id() + " has no lines");
        }
        quote.headerDiscount().ifPresent(rate -> discount(rate, "/headerDiscount", "the quote"));
        promotions();
        Map<LineId, Integer> seen = new HashMap<>();
        for (int i = 0; i < quote.lines().size(); i++) {
            QuoteLine line = quote.lines().get(i);
            Integer same = seen.putIfAbsent(line.id(), i);
            if (same != null) {
                error(
                        "quote.line.duplicate",
                        "/lines/" + i + "/id",
                        "lines /lines/" + same + " and /lines/" + i + " are both named " + line.id());
            }
            line(line, "/lines/" + i, book);
        }
        return findings;
    }

    private void line(QuoteLine line, String path, Optional<PreparedBook> book) {
        Offering offering = offerings.get(line.product());
        if (offering == null) {
            error(
                    "quote.product.unknown",
                    path + "/product",
                    "product " + line.product() + " of line " + line.id() + " is not in the catalogue " + catalog.id());
        } else {
            constraints(line, offering, path);
        }
        if (line.quantity().signum() < 0) {
            error(
                    "quote.quantity.negative",
                    path + "/quantity",
                    "quantity of line " + line.id() + " is negative: " + line.quantity(),
                    "Maybe it belongs to an amendment of the contract.");
        }
        if (line.quantity().precision() > MOST_DIGITS
                || Math.abs((long) line.quantity().scale()) > MOST_DIGITS) {
            error(
                    "quote.quantity.digits",
                    path + "/quantity",
                    "quantity of line " + line.id() + " has more than " + MOST_DIGITS + " digits: " + line.quantity());
        } else {
            book.ifPresent(found -> priced(line, path, found));
        }
        line.discount().ifPresent(rate -> {
            discount(rate, path + "/discount", "line " + line.id());
            if (policy.steps().stream().noneMatch(WaterfallStep.CustomerDiscount.class::isInstance)) {
                error(
                        "quote.discount.notForeseen",
                        path + "/discount",
                        "line " + line.id() + " asks for " + rate + ", but policy " + policy.id() + " "
                                + policy.version() + " has no customer discount");
            }
        });
    }

    private void priced(QuoteLine line, String path, PreparedBook book) {
        PreparedBook.Price price = book.prices().get(line.product());
        if (price == null) {
            error(
                    "quote.price.missing",
                    path + "/product",
                    "price book " + book.book().id() + " " + book.book().version() + " has no price for "
                            + line.product());
            return;
        }
        BigDecimal quantity = line.quantity();
        price.model()
                .most()
                .filter(most -> Rational.of(quantity).compareTo(most) > 0)
                .ifPresent(most -> error(
                        "quote.quantity.aboveTiers",
                        path + "/quantity",
                        "quantity of line " + line.id() + " is " + quantity.toPlainString() + ", but the last tier of "
                                + line.product() + " ends at " + most));
    }

    private void constraints(QuoteLine line, Offering offering, String path) {
        for (ProductId required : offering.requires()) {
            if (!sold.contains(required)) {
                error(
                        "quote.product.required",
                        path + "/product",
                        line.product() + " of line " + line.id() + " requires " + required
                                + ", which is not on the quote");
            }
        }
        for (ProductId excluded : offering.excludes()) {
            if (sold.contains(excluded)) {
                error(
                        "quote.product.excluded",
                        path + "/product",
                        line.product() + " of line " + line.id() + " excludes " + excluded + ", which is on the quote");
            }
        }
    }

    private void promotions() {
        Set<String> known = new TreeSet<>();
        for (WaterfallStep step : policy.steps()) {
            if (step instanceof WaterfallStep.Promotion promotion) {
                known.add(promotion.code());
            }
        }
        for (String code : quote.promotions()) {
            if (!known.contains(code)) {
                error(
                        "quote.promotion.unknown",
                        "/promotions",
                        "promotion '" + code + "' is not in policy " + policy.id() + " " + policy.version(),
                        known.isEmpty() ? "Maybe it has ended." : "Maybe it is one of " + known + ".");
            }
        }
    }

    private void discount(Rate rate, String path, String subject) {
        if (rate.compareTo(Rate.ONE) > 0) {
            error(
                    "quote.discount.aboveWhole",
                    path,
                    "discount of " + subject + " is more than the price: " + rate,
                    "Maybe 10% is written 0.1 or 10%, not 10.");
        } else if (rate.signum() < 0) {
            findings.add(Finding.of(
                    Severity.INFO,
                    "quote.discount.surcharge",
                    path,
                    "discount of " + subject + " is a surcharge: " + rate));
        }
    }

    private void error(String code, String path, String message) {
        findings.add(Finding.error(code, path, message));
    }

    private void error(String code, String path, String message, String remedy) {
        findings.add(Finding.error(code, path, message).maybe(remedy));
    }
}
