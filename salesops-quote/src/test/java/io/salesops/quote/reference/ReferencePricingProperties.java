package io.salesops.quote.reference;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rational;
import io.salesops.quote.pricing.PricedLine;
import io.salesops.quote.pricing.PricedQuote;
import io.salesops.quote.pricing.QuotePricer;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the engine against a calculator that shares no arithmetic with it. */
class ReferencePricingProperties {

    /** Amounts that are drawn may be more than there is to take them off, or nothing to add them to. */
    private static final List<String> REFUSED = List.of("quote.discount.aboveWhole", "quote.order.belowMinimum");

    @Property(tries = 3_000)
    void theEngineAgreesWithTheReferenceToTheMinorUnit(@ForAll("cases") ReferenceCase facts) {
        Checked<PricedQuote> checked =
                QuotePricer.of(facts.catalog(), facts.policy(), facts.books()).price(facts.quote(), facts.asOf());
        if (checked.value().isEmpty()) {
            assertThat(checked.findings())
                    .filteredOn(finding -> finding.severity() == Severity.ERROR)
                    .extracting(Finding::code)
                    .isSubsetOf(REFUSED);
            Assume.that(false);
        }
        PricedQuote priced = checked.orThrow();
        ReferencePricing.Answer expected = ReferencePricing.of(facts);
        int scale = facts.currency().getDefaultFractionDigits();
        BigInteger list = BigInteger.ZERO;
        BigInteger net = BigInteger.ZERO;
        for (PricedLine line : priced.lines()) {
            String id = line.id().value();
            assertThat(Amounts.number(line.list()))
                    .as("list price of " + line.line())
                    .isEqualByComparingTo(amount(expected.list().getOrDefault(id, BigInteger.TWO), scale));
            assertThat(Amounts.number(line.net()))
                    .as("net price of " + line.explain())
                    .isEqualByComparingTo(amount(expected.net().getOrDefault(id, BigInteger.TWO), scale));
            list = list.add(expected.list().getOrDefault(id, BigInteger.ZERO));
            net = net.add(expected.net().getOrDefault(id, BigInteger.ZERO));
        }
        assertThat(Amounts.number(priced.list())).isEqualByComparingTo(amount(list, scale));
        assertThat(Amounts.number(priced.net())).isEqualByComparingTo(amount(net, scale));
        if (list.signum() != 0) {
            Rational discount = Rational.ONE.minus(new Rational(net, list));
            assertThat(priced.blendedDiscount().orElseThrow().value()).isEqualTo(discount);
        }
    }

    private static BigDecimal amount(BigInteger minor, int scale) {
        return new BigDecimal(minor, scale);
    }

    @Provide
    Arbitrary<ReferenceCase> cases() {
        return ReferenceCases.cases();
    }
}
