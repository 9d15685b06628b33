package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.salesops.core.testdata.NeedsData;
import io.salesops.core.testdata.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Published examples of allocation and rounding, each by its id; inputs and expected figures are read from the data file. */
@NeedsData
class WorkedMoneyExamplesTest {
    private static final CurrencyUnit EUR = Monetary.getCurrency("EUR");
    private static final RoundingPolicy HALF_UP = RoundingPolicy.halfUp();
    private static final Pattern MONEY_ROWS = Pattern.compile("(moneyphp|rubymoney|dinero|einvoice|en16931)-.*");

    /** Published by their sources, but not largest remainder: here the law stands, not the source. */
    private static final List<String> AGAINST_THE_LAW =
            List.of("moneyphp-allocate--5-7-3", "rubymoney-wild", "dinero-vs-lrm-quota");

    static Stream<Named<JsonNode>> allocations() {
        return rows(id -> id.contains("-allocate-") && !AGAINST_THE_LAW.contains(id));
    }

    static Stream<Named<JsonNode>> moneyphpNegative() {
        return rows("moneyphp-allocate--5-7-3"::equals);
    }

    static Stream<Named<JsonNode>> rubymoneyWild() {
        return rows("rubymoney-wild"::equals);
    }

    static Stream<Named<JsonNode>> dineroQuota() {
        return rows("dinero-vs-lrm-quota"::equals);
    }

    static Stream<Named<JsonNode>> products() {
        return rows(id -> id.startsWith("einvoice-"));
    }

    static Stream<Named<JsonNode>> taxes() {
        return rows(id -> id.startsWith("en16931-"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("allocations")
    void allocatesLikeTheSource(JsonNode row) {
        assertThat(split(row)).isEqualTo(longs(row.path("expected")));
        assertThat(splitByKernel(row)).isEqualTo(longs(row.path("expected")));
    }

    /**
     * The source gives the spare unit of a negative amount to the smaller ratio, so that -5 is not split as the mirror
     * image of 5. The law wins: negative amounts split as the mirror image.
     */
    @ParameterizedTest(name = "{0} (the law wins: mirror image)")
    @MethodSource("moneyphpNegative")
    void aNegativeAmountIsSplitAsTheMirrorImageThoughTheSourceDiffers(JsonNode row) {
        assertThat(split(row)).containsExactly(-4L, -1L);
        assertThat(split(5, ratios(row))).containsExactly(4L, 1L);
        assertThat(longs(row.path("expected"))).containsExactly(-3L, -2L).isNotEqualTo(split(row));
    }

    /**
     * The source gives the spare unit to the first part, whose remainder is smaller than that of the eighth. The law
     * wins: largest remainder.
     */
    @ParameterizedTest(name = "{0} (the law wins: largest remainder)")
    @MethodSource("rubymoneyWild")
    void theLargestRemainderIsServedThoughTheSourceServesTheFirst(JsonNode row) {
        assertThat(split(row))
                .containsExactly(
                        61565L, 61565L, 61565L, 61565L, 61565L, 61565L, 61565L, 60954L, 52091L, 52091L, 52091L, 52091L);
        assertThat(longs(row.path("expected"))).startsWith(61566L).isNotEqualTo(split(row));
        assertThat(longs(row.path("expected")).stream()
                        .mapToLong(share -> share)
                        .sum())
                .isEqualTo(row.path("inputs").path("amount").longValue());
    }

    /**
     * The source gives both spare units to the largest ratio, whose exact share is whole: it gets one more than the
     * ceiling. The law wins: each share is the floor or the ceiling of its exact value.
     */
    @ParameterizedTest(name = "{0} (the law wins: floor or ceiling)")
    @MethodSource("dineroQuota")
    void theQuotaIsKeptThoughTheSourceBreaksIt(JsonNode row) {
        assertThat(split(row))
                .containsExactly(3L, 5L, 2L)
                .isEqualTo(longs(row.path("expected").path("largestRemainder")));
        assertThat(longs(row.path("expected").path("dinero")))
                .containsExactly(2L, 6L, 2L)
                .isNotEqualTo(split(row));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("products")
    void roundsALineOnce(JsonNode row) {
        MonetaryAmount price = Amounts.of(row.path("inputs").path("price").textValue(), "EUR");
        Rational quantity = Rational.of(row.path("inputs").path("qty").textValue());
        assertThat(HALF_UP.round(Amounts.exact(price).times(quantity), EUR))
                .isEqualTo(Amounts.of(row.path("expected").textValue(), "EUR"));
        long unscaled = new BigDecimal(row.path("inputs").path("qty").textValue())
                .movePointRight(2)
                .longValueExact();
        assertThat(MoneyKernel.multiply(MoneyKernel.minor(price, 2), unscaled, 100, HALF_UP.mode()))
                .isEqualTo(MoneyKernel.minor(Amounts.of(row.path("expected").textValue(), "EUR"), 2));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("taxes")
    void roundsTheTaxOfTheSumOnce(JsonNode row) {
        MonetaryAmount base = Amounts.of(row.path("inputs").path("base").textValue(), "EUR");
        Rate rate = Rate.ofPercent(row.path("inputs").path("rate").longValue());
        assertThat(rate.of(base, HALF_UP))
                .isEqualTo(Amounts.of(row.path("expected").textValue(), "EUR"));
    }

    @Test
    void everyRowHasATest() {
        List<Named<JsonNode>> tested = Stream.of(
                        allocations(), moneyphpNegative(), rubymoneyWild(), dineroQuota(), products(), taxes())
                .flatMap(rows -> rows)
                .toList();
        assertThat(tested.stream().map(Named::getName))
                .containsExactlyInAnyOrderElementsOf(
                        rows(id -> true).map(Named::getName).toList())
                .hasSize(22);
    }

    private static List<Long> split(JsonNode row) {
        return split(row.path("inputs").path("amount").longValue(), ratios(row));
    }

    private static List<Long> split(long minor, List<Rational> ratios) {
        Allocation<Integer> split = Allocation.inOrder(MoneyKernel.amount(minor, 2, EUR), ratios, HALF_UP);
        return split.shares().values().stream()
                .map(share -> MoneyKernel.minor(share.amount(), 2))
                .toList();
    }

    private static List<Long> splitByKernel(JsonNode row) {
        long[] weights = ratios(row).stream()
                .mapToLong(ratio -> ratio.numerator().longValueExact())
                .toArray();
        long[] shares = new long[weights.length];
        MoneyKernel.allocate(row.path("inputs").path("amount").longValue(), weights, shares);
        return Arrays.stream(shares).boxed().toList();
    }

    private static List<Rational> ratios(JsonNode row) {
        List<Rational> ratios = new ArrayList<>();
        row.path("inputs").path("ratios").forEach(ratio -> ratios.add(Rational.of(ratio.asText())));
        return ratios;
    }

    private static List<Long> longs(JsonNode list) {
        List<Long> longs = new ArrayList<>();
        list.forEach(value -> longs.add(value.longValue()));
        return longs;
    }

    private static Stream<Named<JsonNode>> rows(Predicate<String> wanted) {
        JsonMapper json = new JsonMapper();
        try {
            List<Named<JsonNode>> rows = new ArrayList<>();
            for (String line : Files.readAllLines(SharedData.file("quote/worked_examples.jsonl"))) {
                JsonNode row = json.readTree(line);
                String id = row.path("id").textValue();
                if (MONEY_ROWS.matcher(id).matches() && wanted.test(id)) {
                    rows.add(Named.of(id, row));
                }
            }
            return rows.stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
