package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.ProductId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Rate;
import io.salesops.core.money.ResidueOwner;
import io.salesops.core.time.DayCount;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.catalog.Offering;
import io.salesops.quote.price.PriceBook;
import io.salesops.quote.price.PriceEntry;
import io.salesops.quote.price.PricingPolicy;
import io.salesops.quote.price.WaterfallStep;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what is wrong with a catalogue, a policy and price books, each alone and together. */
final class DefinitionCheck {
    private final Catalog catalog;
    private final PricingPolicy policy;
    private final List<PriceBook> books;
    private final Set<ProductId> products = new HashSet<>();
    private final List<Finding> findings = new ArrayList<>();

    private DefinitionCheck(Catalog catalog, PricingPolicy policy, List<PriceBook> books) {
        this.catalog = catalog;
        this.policy = policy;
        this.books = books;
    }

    static ImmutableList<Finding> check(Catalog catalog, PricingPolicy policy, List<PriceBook> books) {
        DefinitionCheck check = new DefinitionCheck(catalog, policy, books);
        check.offerings();
        check.policy();
        check.versions();
        books.forEach(check::book);
        return ImmutableList.copyOf(check.findings);
    }

    private void offerings() {
        String document = name("catalogue", catalog.id(), catalog.version());
        for (int i = 0; i < catalog.offerings().size(); i++) {
            Offering offering = catalog.offerings().get(i);
            if (!products.add(offering.product())) {
                add(
                        document,
                        "quote.offering.duplicate",
                        "/offerings/" + i,
                        "product " + offering.product() + " is offered twice");
            }
        }
        for (int i = 0; i < catalog.offerings().size(); i++) {
            constraints(document, "/offerings/" + i, catalog.offerings().get(i));
        }
    }

    private void constraints(String document, String path, Offering offering) {
        offering.requires().forEach(required -> related(document, path + "/requires", offering, required));
        offering.excludes().forEach(excluded -> related(document, path + "/excludes", offering, excluded));
        for (ProductId required : offering.requires()) {
            if (offering.excludes().contains(required)) {
                add(
                        document,
                        "quote.offering.contradiction",
                        path,
                        offering.product() + " requires and excludes " + required);
            }
        }
    }

    private void related(String document, String path, Offering offering, ProductId other) {
        if (other.equals(offering.product())) {
            add(document, "quote.offering.self", path, offering.product() + " names itself");
        } else if (!products.contains(other)) {
            add(
                    document,
                    "quote.product.unknown",
                    path,
                    offering.product() + " names " + other + ", which the catalogue does not offer");
        }
    }

    private void policy() {
        String document = name("policy", policy.id(), policy.version());
        if (policy.rounding().mode() == RoundingMode.UNNECESSARY) {
            add(document, "quote.rounding.mode", "/rounding/mode", "prices cannot be rounded by mode UNNECESSARY");
        }
        if (policy.dayCount().unit() == DayCount.Unit.PERIOD) {
            add(
                    document,
                    "quote.dayCount.period",
                    "/dayCount",
                    "day count " + policy.dayCount().name() + " counts periods, not months",
                    "Maybe use " + DayCount.MONTHS_DAYS.name() + ".");
        }
        if (policy.rounding().residue() != ResidueOwner.LARGEST_REMAINDER) {
            add(
                    document,
                    "quote.rounding.residue",
                    "/rounding/residue",
                    "a header discount is spread by largest remainder, not by "
                            + policy.rounding().residue());
        }
        Map<String, Integer> ids = new HashMap<>();
        Map<String, Integer> claims = new HashMap<>();
        for (int i = 0; i < policy.steps().size(); i++) {
            WaterfallStep step = policy.steps().get(i);
            String path = "/steps/" + i;
            Integer same = ids.putIfAbsent(step.id(), i);
            if (same != null) {
                add(
                        document,
                        "quote.step.duplicate",
                        path,
                        "steps /steps/" + same + " and " + path + " are both named " + step.id());
            }
            Integer rival = claims.putIfAbsent(step.match(CLAIM), i);
            if (rival != null) {
                add(
                        document,
                        "quote.step.conflict",
                        path,
                        "steps " + policy.steps().get(rival).id() + " (/steps/" + rival + ") and " + step.id() + " ("
                                + path + ") both apply the " + step.match(CLAIM)
                                + ", and neither comes before the other");
            }
            rates(document, path, step);
        }
    }

    /** What only one step of a policy may apply: two of them have equal priority. */
    private static final WaterfallStep.Cases<String> CLAIM = new WaterfallStep.Cases<>() {
        @Override
        public String termSchedule(WaterfallStep.TermSchedule step) {
            return "discount for long terms";
        }

        @Override
        public String customerDiscount(WaterfallStep.CustomerDiscount step) {
            return "discount that a line asks for";
        }

        @Override
        public String partnerDiscount(WaterfallStep.PartnerDiscount step) {
            // Partner and distributor follow each other, each with a margin of his own.
            return "partner discount " + step.id();
        }

        @Override
        public String promotion(WaterfallStep.Promotion step) {
            return "promotion " + step.code();
        }

        @Override
        public String contractedPrice(WaterfallStep.ContractedPrice later) {
            return later.id();
        }

        @Override
        public String volumeSchedule(WaterfallStep.VolumeSchedule later) {
            return later.id();
        }

        @Override
        public String coupon(WaterfallStep.Coupon later) {
            return later.id();
        }

        @Override
        public String floor(WaterfallStep.Floor later) {
            return later.id();
        }

        @Override
        public String bestOf(WaterfallStep.BestOf later) {
            return later.id();
        }
    };

    private void rates(String document, String path, WaterfallStep step) {
        step.match(new WaterfallStep.Cases<Boolean>() {
            @Override
            public Boolean termSchedule(WaterfallStep.TermSchedule schedule) {
                schedule(document, path + "/rates", schedule);
                return true;
            }

            @Override
            public Boolean customerDiscount(WaterfallStep.CustomerDiscount discount) {
                return true;
            }

            @Override
            public Boolean partnerDiscount(WaterfallStep.PartnerDiscount discount) {
                return rate(document, path + "/rate", discount.rate());
            }

            @Override
            public Boolean promotion(WaterfallStep.Promotion promotion) {
                return rate(document, path + "/rate", promotion.rate());
            }

            @Override
            public Boolean contractedPrice(WaterfallStep.ContractedPrice later) {
                return true;
            }

            @Override
            public Boolean volumeSchedule(WaterfallStep.VolumeSchedule later) {
                return true;
            }

            @Override
            public Boolean coupon(WaterfallStep.Coupon later) {
                return true;
            }

            @Override
            public Boolean floor(WaterfallStep.Floor later) {
                return true;
            }

            @Override
            public Boolean bestOf(WaterfallStep.BestOf later) {
                return true;
            }
        });
    }

    private void schedule(String document, String path, WaterfallStep.TermSchedule schedule) {
        if (schedule.rates().isEmpty()) {
            add(document, "quote.schedule.missing", path, "schedule " + schedule.id() + " is empty");
        }
        int before = 0;
        for (int i = 0; i < schedule.rates().size(); i++) {
            WaterfallStep.LongTerm term = schedule.rates().get(i);
            if (term.atLeast() <= before) {
                add(
                        document,
                        "quote.schedule.order",
                        path + "/" + i + "/atLeast",
                        "schedule " + schedule.id() + " has " + term.atLeast() + " months after " + before,
                        "Maybe the terms are not in ascending order.");
            }
            rate(document, path + "/" + i + "/rate", term.rate());
            before = term.atLeast();
        }
    }

    private boolean rate(String document, String path, Rate rate) {
        if (rate.compareTo(Rate.ONE) > 0) {
            add(document, "quote.discount.aboveWhole", path, "discount is more than the price: " + rate);
        }
        return true;
    }

    private void versions() {
        if (books.isEmpty()) {
            findings.add(Finding.error("quote.book.missing", "", "there is no price book"));
        }
        for (int i = 0; i < books.size(); i++) {
            for (int j = 0; j < i; j++) {
                PriceBook book = books.get(i);
                PriceBook other = books.get(j);
                if (book.id().equals(other.id())) {
                    versions(other, book);
                }
            }
        }
    }

    private void versions(PriceBook earlier, PriceBook later) {
        String document = name("price book", later.id(), later.version());
        if (earlier.effective().overlaps(later.effective())) {
            add(
                    document,
                    "quote.book.conflict",
                    "/effective",
                    "versions " + earlier.version() + " (" + earlier.effective() + ") and " + later.version() + " ("
                            + later.effective() + ") of price book " + later.id() + " are in force on the same days");
        }
        if (!earlier.currency().equals(later.currency())) {
            add(
                    document,
                    "quote.currency.mismatch",
                    "/currency",
                    "price book " + later.id() + " is in " + earlier.currency() + " in version " + earlier.version()
                            + " and in " + later.currency() + " in version " + later.version(),
                    "Maybe give each currency a book of its own.");
        }
    }

    private void book(PriceBook book) {
        String document = name("price book", book.id(), book.version());
        boolean hasScale =
                policy.rounding().scale().isPresent() || book.currency().getDefaultFractionDigits() >= 0;
        if (!hasScale) {
            add(
                    document,
                    "quote.currency.scale",
                    "/currency",
                    "currency " + book.currency() + " has no minor units of its own",
                    "Maybe state the scale in the policy's rounding.");
        }
        Map<ProductId, Integer> seen = new HashMap<>();
        for (int i = 0; i < book.entries().size(); i++) {
            PriceEntry entry = book.entries().get(i);
            String path = "/entries/" + i;
            Integer same = seen.putIfAbsent(entry.product(), i);
            if (same != null) {
                add(
                        document,
                        "quote.entry.conflict",
                        path,
                        "entries /entries/" + same + " and " + path + " both price " + entry.product()
                                + ", and neither comes before the other");
            }
            if (!products.contains(entry.product())) {
                add(
                        document,
                        "quote.product.unknown",
                        path + "/product",
                        "product " + entry.product() + " is not in the catalogue " + catalog.id());
            }
            ModelCheck.check(entry.price(), path + "/price", entry.product().value())
                    .forEach(finding -> findings.add(withDocument(finding, document)));
            entry.floor()
                    .filter(floor -> floor.signum() < 0)
                    .ifPresent(floor -> add(
                            document,
                            "quote.price.negative",
                            path + "/floor",
                            "floor of " + entry.product() + " is negative: " + floor.toPlainString()));
            if (hasScale && policy.roundAt() == PricingPolicy.Place.UNIT) {
                tooFine(document, path, book, entry);
            }
        }
    }

    /** A unit price that its own rounding would change is never what the author of the price book meant. */
    private void tooFine(String document, String path, PriceBook book, PriceEntry entry) {
        int scale = policy.unitScale().orElse(policy.rounding().scaleOf(book.currency()));
        for (BigDecimal price : ModelCheck.unitPrices(entry.price())) {
            if (price.scale() > scale) {
                add(
                        document,
                        "quote.price.tooFine",
                        path + "/price",
                        "unit price " + price.toPlainString() + " of " + entry.product()
                                + " has more decimals than the " + scale + " that unit prices are rounded to",
                        "Maybe set unitScale of the policy to " + price.scale() + ".");
            }
        }
    }

    private static String name(String kind, String id, String version) {
        return kind + " " + id + " " + version;
    }

    private void add(String document, String code, String path, String message) {
        findings.add(withDocument(Finding.error(code, path, message), document));
    }

    private void add(String document, String code, String path, String message, String remedy) {
        findings.add(withDocument(Finding.error(code, path, message).maybe(remedy), document));
    }

    private static Finding withDocument(Finding finding, String document) {
        return Finding.builder().from(finding).putEvidence("document", document).build();
    }
}
