package io.salesops.quote.pricing;

import io.salesops.core.crm.AccountId;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.core.time.DateRange;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.price.BookDerivation;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PricingPolicy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds what is wrong with price books, each alone and together. */
final class BookCheck {
    private final Catalog catalog;
    private final Set<ProductId> products;
    private final PricingPolicy policy;
    private final List<PriceBook> books;
    private final DefinitionFindings findings;

    BookCheck(
            Catalog catalog,
            Set<ProductId> products,
            PricingPolicy policy,
            List<PriceBook> books,
            DefinitionFindings findings) {
        this.catalog = catalog;
        this.products = products;
        this.policy = policy;
        this.books = books;
        this.findings = findings;
    }

    void check() {
        if (books.isEmpty()) {
            findings.add(Finding.error("quote.book.missing", "", "there is no price book"));
        }
        versions();
        books.forEach(this::book);
        recursion();
    }

    private void versions() {
        Map<String, List<PriceBook>> byId = new LinkedHashMap<>();
        for (PriceBook book : books) {
            List<PriceBook> others = byId.computeIfAbsent(book.id(), id -> new ArrayList<>());
            others.forEach(other -> versions(other, book));
            others.add(book);
        }
    }

    private void versions(PriceBook earlier, PriceBook later) {
        findings.about("price book", later.id(), later.version());
        if (earlier.effective().overlaps(later.effective())) {
            findings.error(
                    "quote.book.conflict",
                    "/effective",
                    "versions " + earlier.version() + " (" + earlier.effective() + ") and " + later.version() + " ("
                            + later.effective() + ") of price book " + later.id() + " are in force on the same days");
        }
        if (!earlier.currency().equals(later.currency())) {
            findings.error(
                    "quote.currency.mismatch",
                    "/currency",
                    "price book " + later.id() + " is in " + earlier.currency() + " in version " + earlier.version()
                            + " and in " + later.currency() + " in version " + later.version(),
                    "Maybe give each currency a book of its own.");
        }
    }

    private void book(PriceBook book) {
        findings.about("price book", book.id(), book.version());
        boolean hasScale =
                policy.rounding().scale().isPresent() || book.currency().getDefaultFractionDigits() >= 0;
        if (!hasScale) {
            findings.error(
                    "quote.currency.scale",
                    "/currency",
                    "currency " + book.currency() + " has no minor units of its own",
                    "Maybe state the scale in the policy's rounding.");
        }
        book.derivedFrom().ifPresent(this::derivation);
        Map<Claim, List<Integer>> claims = new HashMap<>();
        for (int i = 0; i < book.entries().size(); i++) {
            PriceEntry entry = book.entries().get(i);
            String path = "/entries/" + i;
            conflicts(book, i, claims.computeIfAbsent(Claim.of(entry), claim -> new ArrayList<>()));
            if (!products.contains(entry.product())) {
                findings.error(
                        "quote.product.unknown",
                        path + "/product",
                        "product " + entry.product() + " is not in the catalogue " + catalog.id());
            }
            ModelCheck.check(entry.price(), path + "/price", entry.product().value())
                    .forEach(findings::add);
            entry.floor()
                    .filter(floor -> floor.signum() < 0)
                    .ifPresent(floor -> findings.error(
                            "quote.price.negative",
                            path + "/floor",
                            "floor of " + entry.product() + " is negative: " + floor.toPlainString()));
            if (hasScale && policy.roundAt() == PricingPolicy.Place.UNIT) {
                tooFine(path, book, entry);
            }
        }
    }

    /** What only one entry may say on a day. */
    private record Claim(ProductId product, Optional<AccountId> account, int priority) {
        static Claim of(PriceEntry entry) {
            return new Claim(entry.product(), entry.account(), entry.priority().orElse(0));
        }
    }

    private void conflicts(PriceBook book, int position, List<Integer> rivals) {
        PriceEntry entry = book.entries().get(position);
        DateRange days = entry.effective().orElseGet(DateRange::always);
        for (int rival : rivals) {
            PriceEntry other = book.entries().get(rival);
            if (other.effective().orElseGet(DateRange::always).overlaps(days)) {
                findings.error(
                        "quote.entry.conflict",
                        "/entries/" + position,
                        "entries /entries/" + rival + " and /entries/" + position + " both price " + entry.product()
                                + entry.account()
                                        .map(account -> " for " + account)
                                        .orElse("")
                                + ", and neither comes before the other",
                        "Maybe give one of them a priority, or other days.");
            }
        }
        rivals.add(position);
    }

    private void derivation(BookDerivation derivation) {
        if (books.stream().noneMatch(book -> book.id().equals(derivation.book()))) {
            findings.error(
                    "quote.book.unknown",
                    "/derivedFrom/book",
                    "price book " + derivation.book() + " is not there to derive prices from",
                    "Maybe load it together with the books that are derived from it.");
        }
        derivation
                .factor()
                .filter(factor -> factor.signum() < 0)
                .ifPresent(factor -> findings.error(
                        "quote.book.factor",
                        "/derivedFrom/factor",
                        "prices cannot be multiplied with " + factor.toPlainString()));
        if (derivation.scale().isPresent() && derivation.scale().getAsInt() < 0) {
            findings.error(
                    "quote.book.scale",
                    "/derivedFrom/scale",
                    "prices cannot be rounded to " + derivation.scale().getAsInt() + " decimals");
        }
    }

    /** A book that is derived from itself, directly or through others, has no prices. */
    private void recursion() {
        Map<String, Set<String>> behind = new LinkedHashMap<>();
        for (PriceBook book : books) {
            Set<String> bases = behind.computeIfAbsent(book.id(), id -> new LinkedHashSet<>());
            book.derivedFrom().ifPresent(derivation -> bases.add(derivation.book()));
        }
        Set<String> told = new LinkedHashSet<>();
        for (PriceBook book : books) {
            Set<String> seen = new LinkedHashSet<>();
            List<String> open = new ArrayList<>(behind.getOrDefault(book.id(), Set.of()));
            while (!open.isEmpty()) {
                String next = open.remove(open.size() - 1);
                if (seen.add(next)) {
                    open.addAll(behind.getOrDefault(next, Set.of()));
                }
            }
            if (seen.contains(book.id()) && told.add(book.id())) {
                findings.about("price book", book.id(), book.version());
                findings.error(
                        "quote.book.recursion",
                        "/derivedFrom",
                        "price book " + book.id() + " is derived from itself, through " + seen,
                        "Maybe one of these books should state its prices.");
            }
        }
    }

    /** A unit price that its own rounding would change is never what the author of the price book meant. */
    private void tooFine(String path, PriceBook book, PriceEntry entry) {
        int scale = policy.unitScale().orElse(policy.rounding().scaleOf(book.currency()));
        for (BigDecimal price : ModelCheck.unitPrices(entry.price())) {
            if (price.scale() > scale) {
                findings.error(
                        "quote.price.tooFine",
                        path + "/price",
                        "unit price " + price.toPlainString() + " of " + entry.product()
                                + " has more decimals than the " + scale + " that unit prices are rounded to",
                        "Maybe set unitScale of the policy to " + price.scale() + ".");
            }
        }
    }
}
