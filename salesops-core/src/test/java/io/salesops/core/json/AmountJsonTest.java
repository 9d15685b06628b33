package io.salesops.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.salesops.core.crm.Account;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.testkit.JsonLaws;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts of money as JSON, about as many digits as they can have. */
class AmountJsonTest {
    private static final String LONG = "{\"amount\":\"1e300\",\"currency\":\"EUR\"}";

    private static void assertRefusedAt(String path, Checked<?> read) {
        assertThat(read.findings())
                .extracting(finding -> finding.code() + " " + finding.path())
                .containsExactly("json.value.invalid " + path);
        assertThat(read.findings().get(0).text()).contains("at most 256 digits", "Maybe");
    }

    @Test
    void refusesALongAmountWhereverItStands() {
        assertRefusedAt("/amount", SalesOpsJson.read(LONG, MonetaryAmount.class));
        assertRefusedAt("/0/amount", SalesOpsJson.readAll("[" + LONG + "]", MonetaryAmount.class));
        assertRefusedAt(
                "/revenue/amount",
                SalesOpsJson.read("{\"id\":\"A\",\"name\":\"a\",\"revenue\":" + LONG + "}", Account.class));
        assertRefusedAt(
                "/atLeast/amount",
                SalesOpsJson.readCriteria("{\"field\":\"revenue\",\"atLeast\":" + LONG + "}", Account.class));
    }

    @Test
    void namesTheCurrencyBesideIt() {
        assertThat(SalesOpsJson.read(LONG.replace("EUR", "EURO"), MonetaryAmount.class)
                        .findings())
                .extracting(Finding::path)
                .containsExactly("/amount", "/currency");
    }

    @Test
    void anApplicationsMapperRefusesItAsJson() {
        ObjectMapper mapper = new ObjectMapper().registerModule(SalesOpsJson.module());
        assertThatThrownBy(() -> mapper.readValue(LONG, MonetaryAmount.class))
                .isInstanceOf(JsonProcessingException.class)
                .hasMessageContaining("256");
    }

    @ParameterizedTest(name = "{0} digits")
    @ValueSource(ints = {1, 255, 256, 257, 999, 1_000, 1_001})
    void takesExactlyWhatAnAmountCanHold(int digits) {
        for (String number : new String[] {"9".repeat(digits), "0." + "9".repeat(digits), "1e" + (digits - 1)}) {
            String text = "{\"amount\":\"" + number + "\",\"currency\":\"EUR\"}";
            assertThat(SalesOpsJson.read(text, MonetaryAmount.class).value().isPresent())
                    .as(number)
                    .isEqualTo(digits <= 256);
        }
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"1e253", "1e254", "1e255", "-1e255", "1e-255", "1e-256", "5", "0", "0.1", "1e3"})
    void readsBackHoweverLongItIs(String number) {
        for (String currency : new String[] {"USD", "JPY", "KWD"}) {
            JsonLaws.roundTrips(Amounts.of(number, currency), MonetaryAmount.class);
        }
    }

    @Test
    void showsTheDecimalsOfTheCurrencyWhereTheyFit() {
        assertThat(SalesOpsJson.write(Amounts.of("1e253", "USD"))).contains("0.00\"");
        assertThat(SalesOpsJson.write(Amounts.of("1e254", "USD"))).doesNotContain(".");
        assertThat(SalesOpsJson.write(Amounts.of("1500", "KWD"))).contains("\"1500.000\"");
    }
}
