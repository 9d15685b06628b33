package io.salesops.quote.compliance;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.money.Rate;
import io.salesops.core.money.Rational;
import io.salesops.quote.catalog.Offering.Charge;
import io.salesops.quote.pricing.PricedLine;
import io.salesops.quote.pricing.PricedQuote;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/** The checks that come with the library: what each measures, and which limits it takes. */
enum CheckKind {
    /** How far a line's net price is below its list price, header discount included. */
    DISCOUNT_LINE("discount.line", LimitKind.PERCENT) {
        @Override
        ImmutableList<Measure> measure(PricedQuote quote, LocalDate date) {
            ImmutableList.Builder<Measure> measures = ImmutableList.builder();
            for (int i = 0; i < quote.lines().size(); i++) {
                PricedLine line = quote.lines().get(i);
                String path = "/lines/" + i;
                line.discount()
                        .ifPresent(rate -> measures.add(Measure.of(
                                path, rate.value(), "line " + line.id() + " is " + percent(rate) + " below list")));
            }
            return measures.build();
        }
    },

    /** How far the quote's net price is below its list price; splitting a discount over lines does not change it. */
    DISCOUNT_BLENDED("discount.blended", LimitKind.PERCENT) {
        @Override
        ImmutableList<Measure> measure(PricedQuote quote, LocalDate date) {
            return quote.blendedDiscount()
                    .map(rate -> ImmutableList.of(Measure.of("", rate.value(), "blended discount " + percent(rate))))
                    .orElse(ImmutableList.of());
        }
    },

    /** How many days the customer has to pay. */
    PAYMENT_DAYS("payment.days", LimitKind.NUMBER) {
        @Override
        ImmutableList<Measure> measure(PricedQuote quote, LocalDate date) {
            int days = quote.quote().paymentDays();
            return ImmutableList.of(Measure.of("/paymentDays", Rational.of(days), days + " days"));
        }
    },

    /** Whether a line's net unit price keeps the floor of its price book; the value is how far it is above. */
    PRICE_FLOOR("price.floor", LimitKind.NONE) {
        @Override
        ImmutableList<Measure> measure(PricedQuote quote, LocalDate date) {
            ImmutableList.Builder<Measure> measures = ImmutableList.builder();
            for (int i = 0; i < quote.lines().size(); i++) {
                PricedLine line = quote.lines().get(i);
                Optional<Rational> unit = line.netUnit();
                if (line.floor().isPresent() && unit.isPresent()) {
                    Rational above = unit.get().minus(line.floor().get());
                    measures.add(new Measure(
                            "/lines/" + i,
                            above.negated(),
                            "line " + line.id() + " at " + number(unit.get()) + " a unit"
                                    + (line.charge() == Charge.ONE_TIME ? "" : " and month") + ", floor "
                                    + line.floor().get(),
                            above.signum() < 0));
                }
            }
            return measures.build();
        }
    },

    /** How many months a line runs; lines that are charged once have no term. */
    TERM_MONTHS("term.months", LimitKind.NUMBER) {
        @Override
        ImmutableList<Measure> measure(PricedQuote quote, LocalDate date) {
            ImmutableList.Builder<Measure> measures = ImmutableList.builder();
            for (int i = 0; i < quote.lines().size(); i++) {
                PricedLine line = quote.lines().get(i);
                if (line.charge() != Charge.ONE_TIME) {
                    measures.add(Measure.of(
                            "/lines/" + i + "/term",
                            line.months(),
                            "line " + line.id() + " runs " + number(line.months()) + " months"));
                }
            }
            return measures.build();
        }
    },

    /** Whether the customer may still accept, and for how many days. */
    QUOTE_VALIDITY("quote.validity", LimitKind.OPTIONAL_NUMBER) {
        @Override
        ImmutableList<Measure> measure(PricedQuote quote, LocalDate date) {
            LocalDate last = quote.quote().validUntil();
            long days = ChronoUnit.DAYS.between(date, last);
            return ImmutableList.of(new Measure(
                    "/validUntil",
                    Rational.of(days),
                    days < 0
                            ? "expired on " + last + ", " + -days + (days == -1 ? " day ago" : " days ago")
                            : "valid until " + last + ", " + days + (days == 1 ? " day" : " days"),
                    days < 0));
        }
    },

    /** Whether a line that has a list price is given away. */
    LINE_FREE("line.free", LimitKind.NONE) {
        @Override
        ImmutableList<Measure> measure(PricedQuote quote, LocalDate date) {
            ImmutableList.Builder<Measure> measures = ImmutableList.builder();
            for (int i = 0; i < quote.lines().size(); i++) {
                PricedLine line = quote.lines().get(i);
                if (line.list().isPositive() && line.net().isZero()) {
                    measures.add(new Measure(
                            "/lines/" + i,
                            Rational.ONE,
                            "line " + line.id() + " gives " + line.line().product() + " away",
                            true));
                }
            }
            return measures.build();
        }
    };

    /** Which limits a check takes. */
    enum LimitKind {
        PERCENT,
        NUMBER,
        OPTIONAL_NUMBER,
        NONE
    }

    private static final ImmutableMap<String, CheckKind> BY_NAME =
            Arrays.stream(values()).collect(ImmutableMap.toImmutableMap(kind -> kind.check, kind -> kind));

    private final String check;
    private final LimitKind limits;

    CheckKind(String check, LimitKind limits) {
        this.check = check;
        this.limits = limits;
    }

    /** The name in policy packs. */
    String check() {
        return check;
    }

    LimitKind limits() {
        return limits;
    }

    /** The figures of a quote that the check looks at; none where the quote has nothing of the kind. */
    abstract ImmutableList<Measure> measure(PricedQuote quote, LocalDate date);

    static Optional<CheckKind> named(String check) {
        return Optional.ofNullable(BY_NAME.get(check));
    }

    /** The names of all checks. */
    static ImmutableList<String> names() {
        return BY_NAME.keySet().asList();
    }

    private static String percent(Rate rate) {
        return Rational.of(rate.value().times(Rational.of(100)).round(2, RoundingMode.HALF_UP)) + "%";
    }

    private static String number(Rational value) {
        return Rational.of(value.round(4, RoundingMode.HALF_UP)).toString();
    }
}
