package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.testkit.MoneyArbitraries;
import java.math.BigDecimal;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.LongRange;

class RateProperties {

    @Provide
    Arbitrary<Rate> rates() {
        return MoneyArbitraries.rates();
    }

    @Provide
    Arbitrary<MonetaryAmount> amounts() {
        return MoneyArbitraries.amounts();
    }

    @Provide
    Arbitrary<RoundingPolicy> policies() {
        return MoneyArbitraries.roundingPolicies();
    }

    @Property
    void textIsReadBackAsTheSameRate(@ForAll("rates") Rate rate) {
        assertThat(Rate.of(rate.toString())).isEqualTo(rate);
    }

    @Property
    void quotientsAreReadBackAsTheSameRate(@ForAll int part, @ForAll @LongRange(min = 1) long whole) {
        Rate rate = Rate.ratio(part, whole);
        assertThat(Rate.of(part + "/" + whole)).isEqualTo(rate);
        assertThat(Rate.of(rate.toString())).isEqualTo(rate);
    }

    @Property
    void percentIsAHundredth(@ForAll int percent) {
        assertThat(Rate.ofPercent(percent))
                .isEqualTo(Rate.ofPercent(Integer.toString(percent)))
                .isEqualTo(Rate.of(percent + "%"))
                .isEqualTo(Rate.of(percent + " % "))
                .isEqualTo(Rate.ratio(percent, 100))
                .hasToString(percent + "%");
    }

    @Property
    void calculatesLikeItsValue(@ForAll("rates") Rate a, @ForAll("rates") Rate b) {
        assertThat(a.plus(b).value()).isEqualTo(a.value().plus(b.value()));
        assertThat(a.minus(b).value()).isEqualTo(a.value().minus(b.value()));
        assertThat(a.times(b).value()).isEqualTo(a.value().times(b.value()));
        assertThat(a.plus(a.complement())).isEqualTo(Rate.ONE);
        assertThat(a.signum()).isEqualTo(a.value().signum());
        assertThat(a.compareTo(b)).isEqualTo(a.value().compareTo(b.value()));
        assertThat(a.compareTo(b) == 0).isEqualTo(a.equals(b));
    }

    @Property
    void shareOfAnAmountIsRoundedOnce(
            @ForAll("rates") Rate rate,
            @ForAll("amounts") MonetaryAmount base,
            @ForAll("policies") RoundingPolicy policy) {
        MonetaryAmount share = rate.of(base, policy);
        int scale = policy.scaleOf(base.getCurrency());
        BigDecimal expected = new BigDecimal(rate.value().numerator())
                .multiply(Amounts.number(base))
                .divide(new BigDecimal(rate.value().denominator()), scale, policy.mode());
        assertThat(Amounts.number(share)).isEqualByComparingTo(expected);
        assertThat(share.getCurrency()).isEqualTo(base.getCurrency());
    }
}
