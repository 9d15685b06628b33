package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.salesops.core.crm.ProductId;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.time.DateRange;
import io.salesops.quote.price.BookDerivation;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The prices of a book together with those that it takes from others.
 *
 * @param book the book
 * @param days on which it and those behind it are in force
 * @param entries its own prices, the highest priority first, then those of the book behind it
 * @param inputs the book first, then those behind it
 */
record DerivedPrices(
        PriceBook book,
        DateRange days,
        ImmutableListMultimap<ProductId, PreparedEntry> entries,
        ImmutableList<Provenance.Input> inputs) {

    /** Returns the prices of a book: one for each version of the book behind it, of days that do not overlap. */
    static ImmutableList<DerivedPrices> of(
            PriceBook book,
            ImmutableListMultimap<String, PriceBook> books,
            RoundingPolicy rounding,
            Function<PriceBook, Provenance.Input> input) {
        ImmutableListMultimap<ProductId, PreparedEntry> own = own(book, rounding);
        ImmutableList<Provenance.Input> named = ImmutableList.of(input.apply(book));
        if (book.derivedFrom().isEmpty()) {
            return ImmutableList.of(new DerivedPrices(book, book.effective(), own, named));
        }
        BookDerivation derivation = book.derivedFrom().get();
        ImmutableList.Builder<DerivedPrices> derived = ImmutableList.builder();
        for (PriceBook base : books.get(derivation.book())) {
            for (DerivedPrices behind : of(base, books, rounding, input)) {
                behind.days().intersection(book.effective()).ifPresent(days -> {
                    ImmutableListMultimap.Builder<ProductId, PreparedEntry> all = ImmutableListMultimap.builder();
                    all.putAll(own);
                    behind.entries()
                            .values()
                            .forEach(entry ->
                                    all.put(entry.entry().product(), derived(entry, book, derivation, rounding)));
                    derived.add(new DerivedPrices(
                            book,
                            days,
                            all.build(),
                            ImmutableList.<Provenance.Input>builder()
                                    .addAll(named)
                                    .addAll(behind.inputs())
                                    .build()));
                });
            }
        }
        return derived.build();
    }

    private static ImmutableListMultimap<ProductId, PreparedEntry> own(PriceBook book, RoundingPolicy rounding) {
        List<PreparedEntry> entries = new ArrayList<>();
        for (int i = 0; i < book.entries().size(); i++) {
            entries.add(PreparedEntry.of(
                    book.entries().get(i),
                    new RuleRef(book.id(), book.version(), "/entries/" + i),
                    rounding.scaleOf(book.currency()),
                    Optional.empty()));
        }
        entries.sort(Comparator.comparing(PreparedEntry::priority).reversed());
        ImmutableListMultimap.Builder<ProductId, PreparedEntry> own = ImmutableListMultimap.builder();
        entries.forEach(entry -> own.put(entry.entry().product(), entry));
        return own.build();
    }

    private static PreparedEntry derived(
            PreparedEntry base, PriceBook book, BookDerivation derivation, RoundingPolicy rounding) {
        DerivedModel model = new DerivedModel(derivation);
        PriceEntry entry = base.entry();
        return PreparedEntry.of(
                new PriceEntry(
                        entry.product(),
                        entry.price().match(model),
                        entry.floor().map(model::unit),
                        entry.account(),
                        entry.effective(),
                        entry.priority()),
                new RuleRef(book.id(), book.version(), "/derivedFrom"),
                rounding.scaleOf(book.currency()),
                Optional.of(base.from().orElse(base.step().rule())));
    }
}
