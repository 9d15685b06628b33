package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.testkit.MoneyArbitraries;
import java.math.BigDecimal;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.javamoney.moneta.Money;
import org.javamoney.moneta.RoundedMoney;

class AmountsProperties {

    @Provide
    Arbitrary<MonetaryAmount> amounts() {
        return MoneyArbitraries.amounts();
    }

    @Provide
    Arbitrary<CurrencyUnit> currencies() {
        return MoneyArbitraries.currencies();
    }

    @Property
    void theNumberIsKeptExactly(
            @ForAll @BigRange(min = "-1e25", max = "1e25") @Scale(8) BigDecimal number,
            @ForAll("currencies") CurrencyUnit currency) {
        MonetaryAmount amount = Amounts.of(number, currency);
        assertThat(Amounts.number(amount)).isEqualByComparingTo(number);
        assertThat(Amounts.exact(amount)).isEqualTo(Rational.of(number));
        assertThat(Amounts.of(number.toString(), currency.getCurrencyCode())).isEqualTo(amount);
    }

    @Property
    void equalValuesAreEqualWhateverTheirScale(
            @ForAll @BigRange(min = "-1e9", max = "1e9") @Scale(4) BigDecimal number,
            @ForAll("currencies") CurrencyUnit currency) {
        MonetaryAmount amount = Amounts.of(number, currency);
        assertThat(Amounts.of(number.setScale(30), currency)).isEqualTo(amount).hasSameHashCodeAs(amount);
        assertThat(Amounts.of(number.stripTrailingZeros(), currency))
                .isEqualTo(amount)
                .hasSameHashCodeAs(amount);
    }

    @Property
    void amountsOfOtherImplementationsBecomeEqual(@ForAll("amounts") MonetaryAmount amount) {
        BigDecimal number = Amounts.number(amount);
        assertThat(Amounts.of(RoundedMoney.of(number, amount.getCurrency()))).isEqualTo(amount);
        assertThat(Amounts.of(Money.of(number, amount.getCurrency()))).isEqualTo(amount);
        assertThat(Amounts.of(amount)).isEqualTo(amount);
    }

    @Property
    void currenciesNeverMixSilently(@ForAll("amounts") MonetaryAmount first, @ForAll("amounts") MonetaryAmount second) {
        if (first.getCurrency().equals(second.getCurrency())) {
            assertThat(Amounts.sameCurrency(first, second)).isEqualTo(first.getCurrency());
            assertThat(Amounts.number(Amounts.sum(List.of(first, second), first.getCurrency())))
                    .isEqualByComparingTo(Amounts.number(first).add(Amounts.number(second)));
        } else {
            assertThatThrownBy(() -> Amounts.sameCurrency(first, second))
                    .isInstanceOfSatisfying(CurrencyMismatchException.class, e -> {
                        assertThat(e.first()).isEqualTo(first.getCurrency());
                        assertThat(e.second()).isEqualTo(second.getCurrency());
                    });
            assertThatThrownBy(() -> Amounts.sum(List.of(first, second), first.getCurrency()))
                    .isInstanceOf(CurrencyMismatchException.class)
                    .hasMessageContaining(first.getCurrency().getCurrencyCode())
                    .hasMessageContaining(second.getCurrency().getCurrencyCode());
        }
    }
}
