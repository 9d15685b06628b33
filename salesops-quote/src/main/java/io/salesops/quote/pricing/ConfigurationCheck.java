package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.document.LineId;
import io.salesops.quote.document.QuoteLine;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.money.MonetaryAmount;

/** Finds what is wrong with how the lines of a quote go together: constraints, bounds of quantities, bundles and options. */
final class ConfigurationCheck {
    private final ImmutableList<QuoteLine> lines;
    private final List<Optional<Offering>> offerings;
    private final LineIndex index;
    private final Unrated unrated;
    private final List<Finding> findings;
    private final Set<ProductId> sold = new HashSet<>();
    private final Map<Place, BigDecimal> held = new HashMap<>();

    /**
     * Prepares the check.
     *
     * @param offerings what each line sells; empty where that was found to be unknown
     * @param unrated tells of prices in bundles that have no exchange rate
     */
    ConfigurationCheck(
            ImmutableList<QuoteLine> lines,
            List<Optional<Offering>> offerings,
            LineIndex index,
            Unrated unrated,
            List<Finding> findings) {
        this.lines = lines;
        this.offerings = offerings;
        this.index = index;
        this.unrated = unrated;
        this.findings = findings;
        lines.forEach(line -> sold.add(line.product()));
    }

    /** Finds that an amount cannot be converted into the currency of the quote. */
    interface Unrated {
        Optional<Finding> apply(MonetaryAmount amount);
    }

    /** An option in the bundle of a line. */
    private record Place(LineId bundle, ProductId product) {}

    void check() {
        for (QuoteLine line : lines) {
            line.bundle()
                    .ifPresent(
                            bundle -> held.merge(new Place(bundle, line.product()), line.quantity(), BigDecimal::add));
        }
        List<Set<ProductId>> chosen = new ArrayList<>();
        lines.forEach(line -> chosen.add(new HashSet<>()));
        for (int i = 0; i < lines.size(); i++) {
            QuoteLine line = lines.get(i);
            String path = "/lines/" + i;
            if (offerings.get(i).isPresent()) {
                constraints(line, offerings.get(i).get(), path);
            }
            if (line.bundle().isPresent()) {
                option(i, path, chosen);
            }
        }
        for (int i = 0; i < lines.size(); i++) {
            int at = i;
            offerings.get(i).ifPresent(offering -> required(at, offering, chosen.get(at)));
        }
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
        bounds(line, line.quantity(), path, offering.minQuantity(), offering.maxQuantity(), BigDecimal.ONE, "");
    }

    private void bounds(
            QuoteLine line,
            BigDecimal quantity,
            String path,
            Optional<BigDecimal> least,
            Optional<BigDecimal> most,
            BigDecimal bundles,
            String where) {
        least.map(bundles::multiply)
                .filter(bound -> quantity.compareTo(bound) < 0)
                .ifPresent(bound -> error(
                        "quote.quantity.belowMinimum",
                        path + "/quantity",
                        "quantity of line " + line.id() + " is "
                                + quantity.toPlainString() + ", but " + line.product() + " is sold from "
                                + bound.toPlainString() + where));
        most.map(bundles::multiply)
                .filter(bound -> quantity.compareTo(bound) > 0)
                .ifPresent(bound -> error(
                        "quote.quantity.aboveMaximum",
                        path + "/quantity",
                        "quantity of line " + line.id() + " is "
                                + quantity.toPlainString() + ", but " + line.product() + " is sold up to "
                                + bound.toPlainString() + where));
    }

    private void option(int position, String path, List<Set<ProductId>> chosen) {
        QuoteLine line = lines.get(position);
        int bundle = index.indexOf(line.bundle().orElseThrow());
        if (bundle < 0 || bundle == position) {
            error(
                    "quote.bundle.unknown",
                    path + "/bundle",
                    "line " + line.id() + " is an option of line "
                            + line.bundle().orElseThrow() + ", which is not another line of the quote");
            return;
        }
        QuoteLine holder = lines.get(bundle);
        Optional<Offering> offering = offerings.get(bundle);
        if (offering.isEmpty()) {
            return;
        }
        Optional<BundleOption> option = offering.get().options().stream()
                .filter(one -> one.product().equals(line.product()))
                .findFirst();
        if (option.isEmpty()) {
            error(
                    "quote.option.unknown",
                    path + "/product",
                    line.product() + " of line " + line.id() + " is no option of " + holder.product() + " of line "
                            + holder.id());
            return;
        }
        boolean first = chosen.get(bundle).add(line.product());
        if (!first && option.get().includedQuantity().isPresent()) {
            error(
                    "quote.option.several",
                    path + "/product",
                    line.product() + " of line " + line.id() + " stands twice in the bundle of line " + holder.id()
                            + ", whose included units can be counted only once");
        }
        option.get().unitPrice().flatMap(unrated::apply).ifPresent(findings::add);
        if (first) {
            // Bounds are for the bundle: several lines of an option count together.
            bounds(
                    line,
                    held.getOrDefault(new Place(line.bundle().orElseThrow(), line.product()), line.quantity()),
                    path,
                    option.get().minQuantity(),
                    option.get().maxQuantity(),
                    holder.quantity(),
                    " in " + holder.quantity().toPlainString() + " " + holder.product());
        }
    }

    private void required(int position, Offering offering, Set<ProductId> chosen) {
        for (BundleOption option : offering.options()) {
            if (option.presence() == BundleOption.Presence.REQUIRED && !chosen.contains(option.product())) {
                findings.add(Finding.error(
                                "quote.option.missing",
                                "/lines/" + position,
                                "line " + lines.get(position).id() + " sells the bundle " + offering.product()
                                        + " without " + option.product() + ", which it needs")
                        .maybe("Maybe add a line for " + option.product() + " with bundle "
                                + lines.get(position).id() + "."));
            }
        }
    }

    private void error(String code, String path, String message) {
        findings.add(Finding.error(code, path, message));
    }
}
