package io.salesops.quote.pricing;

import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.QuoteLine;
import java.math.BigDecimal;
import java.util.Optional;

/** Finds the option that a line is in its bundle. Immutable and thread-safe once the index is filled. */
final class BundleOptions {
    private final QuoteContext context;
    private final LineIndex index;

    BundleOptions(QuoteContext context, LineIndex index) {
        this.context = context;
        this.index = index;
    }

    /**
     * An option as a line sells it.
     *
     * @param option what the catalogue says
     * @param bundles how many bundles hold it
     * @param holder the line of the bundle
     */
    record Held(BundleOption option, BigDecimal bundles, QuoteLine holder) {}

    /** The option with a price in its bundle; empty where the line is none. */
    Optional<Held> priced(QuoteLine line) {
        return line.bundle()
                .flatMap(index::line)
                .flatMap(holder -> context.definitions().offerings().get(holder.product()).stream()
                        .filter(offering -> offering.effective().contains(context.date()))
                        .findFirst()
                        .flatMap(offering -> option(offering, line))
                        .filter(BundleOption::hasPrice)
                        .map(option -> new Held(option, holder.quantity(), holder)));
    }

    private static Optional<BundleOption> option(Offering offering, QuoteLine line) {
        return offering.options().stream()
                .filter(option -> option.product().equals(line.product()))
                .findFirst();
    }
}
