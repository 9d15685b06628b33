package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.criteria.Field;
import io.salesops.core.money.Amounts;
import java.math.BigDecimal;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldTextTest {

    @ParameterizedTest
    @CsvSource({
        "1200.5,   USD, USD 1200.50",
        "1200,     JPY, JPY 1200",
        "1E+6,     JPY, JPY 1000000",
        "0.12345,  USD, USD 0.12345",
        "-7,       KWD, KWD -7.000",
        "0.00,     USD, USD 0.00"
    })
    void amounts(String number, String currency, String text) {
        assertThat(FieldText.of(Opportunity.AMOUNT, Amounts.of(number, currency)))
                .isEqualTo(text);
    }

    @Test
    void customValuesNameTheirKind() {
        assertThat(FieldText.of(Opportunity.custom("score", BigDecimal.class), new BigDecimal("1E+2")))
                .isEqualTo("number:100");
        assertThat(FieldText.of(Opportunity.custom("renewal", Boolean.class), true))
                .isEqualTo("flag:true");
        assertThat(FieldText.of(Opportunity.custom("note", String.class), "day: one"))
                .isEqualTo("text:day: one");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1200.50", "USD", "USD ", "USD 1,200.50", "XXQ 5", "USD 1 2", " USD 5"})
    void whatIsNoAmountIsRefused(String text) {
        assertThatThrownBy(() -> FieldText.parse(Opportunity.AMOUNT, text))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "red", "colour:red", "number:red", "flag:yes", "day:31.03.2026", "money:5"})
    void whatIsNoCustomValueIsRefused(String text) {
        assertThatThrownBy(() -> FieldText.parseCustom(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aValueOfAnotherKindThanTheFieldIsRefused() {
        assertThatThrownBy(() -> FieldText.parse(Opportunity.custom("score", BigDecimal.class), "text:high"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("text:high")
                .hasMessageContaining("custom.score");
    }

    @Test
    void aTypeWithoutTextFormIsRefused() {
        Field<Opportunity, Double> field = Field.of(Opportunity.class, "odds", Double.class, deal -> Optional.empty());
        assertThatThrownBy(() -> FieldText.of(field, 0.5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("Double");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e255", "-1e255", "1e-256"})
    void theLongestAmountsAreReadBack(String number) {
        MonetaryAmount amount = Amounts.of(number, "USD");
        assertThat(FieldText.parse(Opportunity.AMOUNT, FieldText.of(Opportunity.AMOUNT, amount)))
                .isEqualTo(amount);
    }

    @Test
    void theLongestNumberIsReadBackAndALongerOneIsRefused() {
        CustomFields.CustomValue longest = new CustomFields.Decimal(new BigDecimal("1e999"));
        assertThat(FieldText.parseCustom(FieldText.of(longest))).isEqualTo(longest);
        assertThatIllegalArgumentException().isThrownBy(() -> new CustomFields.Decimal(new BigDecimal("1e1000")));
    }
}
