package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import io.salesops.core.finding.Finding;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.PriceBook;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the price book of a quote: the one that it names, or the one that fits it best. */
final class BookChoice {
    private final ImmutableListMultimap<String, PreparedBook> books;
    private final Quote quote;
    private final LocalDate date;
    private final List<Finding> findings;

    BookChoice(ImmutableListMultimap<String, PreparedBook> books, Quote quote, LocalDate date, List<Finding> findings) {
        this.books = books;
        this.quote = quote;
        this.date = date;
        this.findings = findings;
    }

    /** The version that is in force; empty where a finding says why there is none. */
    Optional<PreparedBook> choose() {
        return quote.priceBook().isPresent() ? named(quote.priceBook().get()) : fitting();
    }

    private Optional<PreparedBook> named(String id) {
        ImmutableList<PreparedBook> versions = books.get(id);
        if (versions.isEmpty()) {
            findings.add(Finding.error("quote.priceBook.unknown", "/priceBook", "price book '" + id + "' is not there")
                    .maybe("Maybe it is one of " + books.keySet() + "."));
            return Optional.empty();
        }
        Optional<PreparedBook> inForce =
                versions.stream().filter(version -> version.isInForce(date)).findFirst();
        if (inForce.isEmpty()) {
            List<String> known = versions.stream()
                    .map(version -> version.book().version() + " (" + version.days() + ")")
                    .toList();
            findings.add(Finding.error(
                            "quote.priceBook.notEffective",
                            "/priceBook",
                            "no version of price book " + id + " is in force on " + date + ": " + known)
                    .maybe("Maybe load its next version, or price the quote as of an earlier day."));
        }
        return inForce;
    }

    private Optional<PreparedBook> fitting() {
        List<PreparedBook> best = new ArrayList<>();
        int most = -1;
        for (PreparedBook book : books.values()) {
            int fit = book.isInForce(date) ? fit(book.book()) : -1;
            if (fit > most) {
                best.clear();
                most = fit;
            }
            if (fit >= 0 && fit == most) {
                best.add(book);
            }
        }
        if (best.isEmpty()) {
            findings.add(Finding.error(
                            "quote.priceBook.none",
                            "/priceBook",
                            "no price book in force on " + date + " fits " + wanted() + ": " + books.keySet())
                    .maybe("Maybe name the price book of the quote."));
            return Optional.empty();
        }
        if (best.size() > 1) {
            findings.add(Finding.error(
                            "quote.priceBook.conflict",
                            "/priceBook",
                            "price books "
                                    + String.join(
                                            " and ",
                                            best.stream()
                                                    .map(book -> book.book().id() + " "
                                                            + book.book().version())
                                                    .toList())
                                    + " fit " + wanted() + " equally well")
                    .maybe("Maybe name the price book of the quote."));
            return Optional.empty();
        }
        return Optional.of(best.get(0));
    }

    private String wanted() {
        return "currency " + quote.currency().map(Object::toString).orElse("any") + ", segment "
                + quote.segment().orElse("none") + ", channel "
                + quote.channel().orElse("none");
    }

    /** How many of the quote's properties a book states, or -1 where one does not fit. */
    private int fit(PriceBook book) {
        if (quote.currency().isPresent() && !quote.currency().get().equals(book.currency())) {
            return -1;
        }
        int segment = fit(book.segment(), quote.segment());
        int channel = fit(book.channel(), quote.channel());
        return segment < 0 || channel < 0 ? -1 : segment + channel;
    }

    private static int fit(Optional<String> stated, Optional<String> asked) {
        if (stated.isEmpty()) {
            return 0;
        }
        return stated.equals(asked) ? 1 : -1;
    }
}
