package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.time.AsOf;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PricingPolicy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prices quotes from a catalogue, a policy and price books. Immutable and thread-safe: made once, kept, and asked often.
 *
 * <p>A price is a pure function of these definitions, the quote and the day. Prices are exact rational numbers until they
 * are rounded at the place that the policy names; a price that does not fit in 63 bits of minor units is a finding. Cost
 * of a quote: O(lines x steps + lines log lines).
 */
public final class QuotePricer {
    private final Catalog catalog;
    private final PricingPolicy policy;
    private final ImmutableMap<ProductId, Offering> offerings;
    private final ImmutableListMultimap<String, PreparedBook> books;
    private final ImmutableMap<String, Provenance.Input> inputs;

    private QuotePricer(Catalog catalog, PricingPolicy policy, List<PriceBook> books) {
        this.catalog = catalog;
        this.policy = policy;
        ImmutableMap.Builder<ProductId, Offering> byProduct = ImmutableMap.builder();
        catalog.offerings().forEach(offering -> byProduct.put(offering.product(), offering));
        this.offerings = byProduct.buildOrThrow();
        ImmutableListMultimap.Builder<String, PreparedBook> byId = ImmutableListMultimap.builder();
        books.forEach(book -> byId.put(book.id(), PreparedBook.of(book, input(book.id(), book.version(), book))));
        this.books = byId.build();
        this.inputs = ImmutableMap.of(
                "catalog", input(catalog.id(), catalog.version(), catalog),
                "policy", input(policy.id(), policy.version(), policy));
    }

    private static Provenance.Input input(String id, String version, Object definition) {
        return new Provenance.Input(id, version, SalesOpsJson.fingerprint(definition));
    }

    /**
     * Makes an engine; versions of a price book share its id and are in force on different days.
     *
     * @throws FindingsException with every finding of {@link #check}, if one of them is an error
     */
    public static QuotePricer of(Catalog catalog, PricingPolicy policy, PriceBook... books) {
        ImmutableList<Finding> findings = check(catalog, policy, books);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        return new QuotePricer(catalog, policy, List.of(books));
    }

    /** Returns everything that is wrong with the definitions, each alone and together; never throws. */
    public static ImmutableList<Finding> check(Catalog catalog, PricingPolicy policy, PriceBook... books) {
        return DefinitionCheck.check(catalog, policy, List.of(books));
    }

    /**
     * Prices a quote on a day.
     *
     * @return the priced quote, whose findings tell of prices below their floor; or all findings that refuse it: products
     *     or prices that are not there, a price book that is not in force, another currency, quantities and discounts that
     *     cannot be, amounts beyond 63 bits. There is never a total without all its lines.
     */
    public Checked<PricedQuote> price(Quote quote, AsOf asOf) {
        List<Finding> ofBook = new ArrayList<>();
        Optional<PreparedBook> book = bookOf(quote, asOf.date(), ofBook);
        List<Finding> findings = new QuoteCheck(catalog, policy, offerings, quote).check(book, ofBook, asOf);
        if (book.isEmpty() || findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            return Checked.refused(findings);
        }
        return new QuotePricing(
                        policy, offerings, book.get(), quote, findings, () -> provenance(quote, asOf, book.get()))
                .price();
    }

    private Optional<PreparedBook> bookOf(Quote quote, LocalDate date, List<Finding> findings) {
        ImmutableList<PreparedBook> versions = books.get(quote.priceBook().orElse(""));
        if (versions.isEmpty()) {
            findings.add(Finding.error(
                            "quote.priceBook.unknown",
                            "/priceBook",
                            "price book '" + quote.priceBook() + "' is not there")
                    .maybe("Maybe it is one of " + books.keySet() + "."));
            return Optional.empty();
        }
        Optional<PreparedBook> inForce = versions.stream()
                .filter(version -> version.book().effective().contains(date))
                .findFirst();
        if (inForce.isEmpty()) {
            List<String> known = versions.stream()
                    .map(version ->
                            version.book().version() + " (" + version.book().effective() + ")")
                    .toList();
            findings.add(Finding.error(
                            "quote.priceBook.notEffective",
                            "/priceBook",
                            "no version of price book " + quote.priceBook() + " is in force on " + date + ": " + known)
                    .maybe("Maybe load its next version, or price the quote as of an earlier day."));
        }
        return inForce;
    }

    private Provenance provenance(Quote quote, AsOf asOf, PreparedBook book) {
        return Provenance.builder()
                .engine("QuotePricer")
                .putAllInputs(inputs)
                .putInputs("priceBook", book.input())
                .putInputs("quote", input(quote.id().value(), Integer.toString(quote.version()), quote))
                .addLookups("as of " + asOf.date())
                .build();
    }
}
