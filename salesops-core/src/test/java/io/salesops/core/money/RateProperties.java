package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class RateProperties {

    @Property
    void textIsReadBackAsTheSameRate(@ForAll int numerator, @ForAll @LongRange(min = 1) long denominator) {
        Rate rate = Rate.ratio(numerator, denominator);
        assertThat(Rate.of(rate.toString())).isEqualTo(rate);
    }
}
