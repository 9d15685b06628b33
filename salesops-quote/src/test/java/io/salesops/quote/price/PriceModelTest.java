package io.salesops.quote.price;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.ProductId;
import io.salesops.core.money.Rate;
import java.math.BigDecimal;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the short ways of writing a price say. */
class PriceModelTest {

    @Test
    void aPercentageCountsAllOtherLinesUnlessItNamesProducts() {
        PriceModel all = PriceModel.percentOfTotal(Rate.ofPercent(20), PriceModel.PercentOfTotal.Basis.NET);
        PriceModel some = PriceModel.percentOfTotal(Rate.ofPercent(20), PriceModel.PercentOfTotal.Basis.NET, "A", "B");
        assertThat(all)
                .isEqualTo(new PriceModel.PercentOfTotal(
                        Rate.ofPercent(20), PriceModel.PercentOfTotal.Basis.NET, Optional.empty()));
        assertThat(some)
                .isEqualTo(new PriceModel.PercentOfTotal(
                        Rate.ofPercent(20),
                        PriceModel.PercentOfTotal.Basis.NET,
                        Optional.of(ImmutableSet.of(ProductId.of("A"), ProductId.of("B")))));
    }

    @Test
    void pricesAreDecimalsWhoseTrailingZerosSayNothing() {
        assertThat(PriceModel.flat("5.00")).isEqualTo(new PriceModel.Flat(new BigDecimal("5")));
        assertThat(PriceModel.perUnit("0.10")).isEqualTo(new PriceModel.PerUnit(new BigDecimal("0.1")));
        assertThat(PriceModel.usage(PriceModel.flat("5")).committed("10.0", "3.50"))
                .isEqualTo(PriceModel.usage(PriceModel.flat("5.0")).committed("10", "3.5"));
    }
}
