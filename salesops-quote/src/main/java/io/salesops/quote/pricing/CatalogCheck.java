package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableSet;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Rate;
import io.salesops.quote.catalog.BundleOption;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.money.MonetaryAmount;

/** Finds what is wrong with a catalogue. */
final class CatalogCheck {
    private final Catalog catalog;
    private final boolean foreseesBundlePrice;
    private final DefinitionFindings findings;
    private final Map<ProductId, List<Integer>> versions = new HashMap<>();

    CatalogCheck(Catalog catalog, boolean foreseesBundlePrice, DefinitionFindings findings) {
        this.foreseesBundlePrice = foreseesBundlePrice;
        this.catalog = catalog;
        this.findings = findings;
    }

    /** The products that the catalogue offers, once it is checked. */
    ImmutableSet<ProductId> products() {
        return ImmutableSet.copyOf(versions.keySet());
    }

    void check() {
        findings.about("catalogue", catalog.id(), catalog.version());
        for (int i = 0; i < catalog.offerings().size(); i++) {
            version(i);
        }
        for (int i = 0; i < catalog.offerings().size(); i++) {
            Offering offering = catalog.offerings().get(i);
            String path = "/offerings/" + i;
            constraints(path, offering);
            bounds(path, offering.product().value(), offering.minQuantity(), offering.maxQuantity());
            offering.cost()
                    .filter(cost -> cost.isNegative())
                    .ifPresent(cost -> findings.error(
                            "quote.cost.negative",
                            path + "/cost",
                            "cost of " + offering.product() + " is negative: " + cost));
            options(path, offering);
        }
        cycles();
    }

    private void version(int position) {
        Offering offering = catalog.offerings().get(position);
        List<Integer> others = versions.computeIfAbsent(offering.product(), product -> new ArrayList<>());
        for (int other : others) {
            Offering earlier = catalog.offerings().get(other);
            if (earlier.effective().overlaps(offering.effective())) {
                findings.error(
                        "quote.offering.duplicate",
                        "/offerings/" + position,
                        "product " + offering.product() + " is offered twice: by /offerings/" + other + " ("
                                + earlier.effective() + ") and /offerings/" + position + " ("
                                + offering.effective() + ")");
            }
        }
        others.add(position);
    }

    private void constraints(String path, Offering offering) {
        offering.requires().forEach(required -> related(path + "/requires", offering, required));
        offering.excludes().forEach(excluded -> related(path + "/excludes", offering, excluded));
        for (ProductId required : offering.requires()) {
            if (offering.excludes().contains(required)) {
                findings.error(
                        "quote.offering.contradiction",
                        path,
                        offering.product() + " requires and excludes " + required);
            }
        }
    }

    private void related(String path, Offering offering, ProductId other) {
        if (other.equals(offering.product())) {
            findings.error("quote.offering.self", path, offering.product() + " names itself");
        } else if (!versions.containsKey(other)) {
            findings.error(
                    "quote.product.unknown",
                    path,
                    offering.product() + " names " + other + ", which the catalogue does not offer");
        }
    }

    private void options(String path, Offering offering) {
        Set<ProductId> seen = new HashSet<>();
        for (int i = 0; i < offering.options().size(); i++) {
            BundleOption option = offering.options().get(i);
            String at = path + "/options/" + i;
            String name = "option " + option.product() + " of " + offering.product();
            if (!versions.containsKey(option.product())) {
                findings.error("quote.product.unknown", at + "/product", name + " is not in the catalogue");
            }
            if (!seen.add(option.product())) {
                findings.error("quote.option.duplicate", at, name + " stands there twice");
            }
            if (offering.excludes().contains(option.product())) {
                findings.error("quote.offering.contradiction", at, name + " is excluded by it");
            }
            bounds(at, name, option.minQuantity(), option.maxQuantity());
            price(at, name, option);
            option.defaultQuantity()
                    .filter(quantity -> quantity.signum() < 0
                            || option.minQuantity()
                                    .filter(least -> quantity.compareTo(least) < 0)
                                    .isPresent()
                            || option.maxQuantity()
                                    .filter(most -> quantity.compareTo(most) > 0)
                                    .isPresent())
                    .ifPresent(quantity -> findings.error(
                            "quote.quantity.bounds",
                            at + "/defaultQuantity",
                            "default quantity of " + name + " is outside its bounds: " + quantity.toPlainString()));
        }
    }

    private void price(String at, String name, BundleOption option) {
        option.unitPrice()
                .filter(MonetaryAmount::isNegative)
                .ifPresent(price -> findings.error(
                        "quote.amount.negative",
                        at + "/unitPrice",
                        "unit price of " + name + " is negative: " + price));
        option.includedQuantity()
                .filter(included -> included.signum() < 0)
                .ifPresent(included -> findings.error(
                        "quote.quantity.bounds",
                        at + "/includedQuantity",
                        "included quantity of " + name + " is negative: " + included.toPlainString()));
        option.discount()
                .filter(rate -> rate.compareTo(Rate.ONE) > 0)
                .ifPresent(rate -> findings.error(
                        "quote.discount.aboveWhole",
                        at + "/discount",
                        "discount of " + name + " is more than the price: " + rate,
                        "Maybe 10% is written 0.1 or 10%, not 10."));
        if (option.hasPrice() && !foreseesBundlePrice) {
            findings.error(
                    "quote.bundle.notForeseen",
                    at,
                    name + " has a price in its bundle, but the policy has no step for it",
                    "Maybe add a step of kind bundlePrice.");
        }
    }

    private void bounds(String path, String name, Optional<BigDecimal> least, Optional<BigDecimal> most) {
        least.filter(bound -> bound.signum() < 0)
                .ifPresent(bound -> findings.error(
                        "quote.quantity.bounds",
                        path + "/minQuantity",
                        "smallest quantity of " + name + " is negative: " + bound.toPlainString()));
        if (least.isPresent() && most.isPresent() && least.get().compareTo(most.get()) > 0) {
            findings.error(
                    "quote.quantity.bounds",
                    path + "/maxQuantity",
                    "quantity of " + name + " must be at least " + least.get().toPlainString() + " and at most "
                            + most.get().toPlainString(),
                    "Maybe the bounds are swapped.");
        }
    }

    /** A bundle that holds itself, directly or through others, could never be put together. */
    private void cycles() {
        SetMultimap<ProductId, ProductId> holds = LinkedHashMultimap.create();
        for (Offering offering : catalog.offerings()) {
            offering.options().forEach(option -> holds.put(offering.product(), option.product()));
        }
        Set<ProductId> done = new HashSet<>();
        for (Offering offering : catalog.offerings()) {
            walk(offering.product(), holds, done);
        }
    }

    private void walk(ProductId start, SetMultimap<ProductId, ProductId> holds, Set<ProductId> done) {
        if (!done.add(start)) {
            return;
        }
        // Without recursion: a chain of bundles may be as long as the catalogue.
        Deque<ProductId> path = new ArrayDeque<>(List.of(start));
        Deque<Iterator<ProductId>> open = new ArrayDeque<>();
        open.push(holds.get(start).iterator());
        Set<ProductId> onPath = new HashSet<>(path);
        while (!open.isEmpty()) {
            if (!open.element().hasNext()) {
                open.pop();
                onPath.remove(path.removeLast());
                continue;
            }
            ProductId next = open.element().next();
            if (onPath.contains(next)) {
                cycle(next, path);
            } else if (done.add(next)) {
                path.addLast(next);
                onPath.add(next);
                open.push(holds.get(next).iterator());
            }
        }
    }

    private void cycle(ProductId closing, Deque<ProductId> path) {
        List<ProductId> ring = new ArrayList<>(path);
        List<ProductId> cycle = new ArrayList<>(ring.subList(ring.indexOf(closing), ring.size()));
        cycle.add(closing);
        findings.error(
                "quote.bundle.cycle",
                "/offerings/" + versions.getOrDefault(closing, List.of(0)).get(0) + "/options",
                "bundle " + closing + " holds itself: "
                        + String.join(
                                " > ", cycle.stream().map(ProductId::value).toList()),
                "Maybe one of these options belongs to another product.");
    }
}
