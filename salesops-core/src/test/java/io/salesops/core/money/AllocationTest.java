package io.salesops.core.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableMap;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import javax.money.Monetary;
import javax.money.MonetaryAmount;
import org.javamoney.moneta.FastMoney;
import org.junit.jupiter.api.Test;

class AllocationTest {
    private static final RoundingPolicy HALF_UP = RoundingPolicy.halfUp();

    @Test
    void tiesGoToTheLargerWeightThenToTheSmallerKey() {
        // Exact: a 0.5, b 1.5, c 0.5, d 1.5, e 1.0; two cents are left for four equal remainders.
        Allocation<String> split = Allocation.of(
                Amounts.of("0.05", "EUR"),
                Map.of(
                        "a",
                        Rational.ONE,
                        "b",
                        Rational.of(3),
                        "c",
                        Rational.ONE,
                        "d",
                        Rational.of(3),
                        "e",
                        Rational.of(2)),
                HALF_UP);
        assertThat(split.share("b")).isEqualTo(Amounts.of("0.02", "EUR"));
        assertThat(split.share("d")).isEqualTo(Amounts.of("0.02", "EUR"));
        assertThat(split.share("a")).isEqualTo(Amounts.of("0", "EUR"));
        assertThat(split.residue("b")).isEqualTo(Rational.of("-0.005"));

        Allocation<String> equal = Allocation.of(
                Amounts.of("0.01", "EUR"), Map.of("z", Rational.ONE, "m", Rational.ONE, "x", Rational.ONE), HALF_UP);
        assertThat(equal.share("m")).isEqualTo(Amounts.of("0.01", "EUR"));
    }

    @Test
    void eachCurrencyIsSplitIntoItsOwnMinorUnits() {
        List<Rational> thirds = List.of(Rational.ONE, Rational.ONE, Rational.ONE);
        assertThat(Allocation.inOrder(Amounts.of("100", "JPY"), thirds, HALF_UP).share(0))
                .isEqualTo(Amounts.of("34", "JPY"));
        assertThat(Allocation.inOrder(Amounts.of("100", "USD"), thirds, HALF_UP).share(0))
                .isEqualTo(Amounts.of("33.34", "USD"));
        assertThat(Allocation.inOrder(Amounts.of("100", "KWD"), thirds, HALF_UP).share(0))
                .isEqualTo(Amounts.of("33.334", "KWD"));
        assertThat(Allocation.inOrder(
                                Amounts.of("0.0001", "USD"),
                                thirds,
                                RoundingPolicy.builder().scale(6).build())
                        .share(0))
                .isEqualTo(Amounts.of("0.000034", "USD"));
    }

    @Test
    void amountsOfOtherImplementationsAreTaken() {
        Allocation<Integer> split = Allocation.inOrder(
                FastMoney.of(new BigDecimal("0.05"), "EUR"), List.of(Rational.ONE, Rational.ONE), HALF_UP);
        assertThat(split.total()).isEqualTo(Amounts.of("0.05", "EUR"));
        assertThat(split.share(0)).isEqualTo(Amounts.of("0.03", "EUR"));
    }

    @Test
    void goldHasNoMinorUnitsUnlessThePolicySaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.inOrder(Amounts.of("1", "XAU"), List.of(Rational.ONE), HALF_UP))
                .withMessageContaining("XAU")
                .withMessageContaining("Maybe state the scale");
        assertThat(Allocation.inOrder(Amounts.of("1", "XAU"), List.of(Rational.ONE), HALF_UP.withScale(3))
                        .share(0))
                .isEqualTo(Amounts.of("1", "XAU"));
    }

    @Test
    void refusesWeightsThatSayNothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.inOrder(Amounts.of("1", "EUR"), List.of(), HALF_UP))
                .withMessageContaining("at least one weight");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.inOrder(Amounts.of("1", "EUR"), List.of(Rational.ZERO), HALF_UP))
                .withMessageContaining("all be zero");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.of(Amounts.of("1", "EUR"), Map.of("a", Rational.of(-1, 3)), HALF_UP))
                .withMessageContaining("-1/3");
    }

    @Test
    void refusesKeysThatOrderCannotTellApart() {
        Map<BigDecimal, Rational> weights =
                Map.of(new BigDecimal("1.0"), Rational.ONE, new BigDecimal("1.00"), Rational.ONE);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Allocation.of(Amounts.of("1", "EUR"), weights, HALF_UP))
                .withMessageContaining("1.00");
    }

    @Test
    void refusesATotalWithMoreDecimalsThanTheScale() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> Allocation.inOrder(Amounts.of("0.5", "JPY"), List.of(Rational.ONE), HALF_UP))
                .withMessageContaining("0.5")
                .withMessageContaining("Maybe");
    }

    @Test
    void refusesAnOwnerThatIsNotThere() {
        RoundingPolicy policy = RoundingPolicy.builder()
                .residue(ResidueOwner.NAMED_KEY)
                .residueKey("c")
                .build();
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        Allocation.of(Amounts.of("1", "EUR"), Map.of("a", Rational.ONE, "b", Rational.ONE), policy))
                .withMessageContaining("'c'")
                .withMessageContaining("[a, b]");
    }

    @Test
    void refusesAKeyWithoutShare() {
        Allocation<Integer> split = Allocation.inOrder(Amounts.of("1", "EUR"), List.of(Rational.ONE), HALF_UP);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> split.share(1))
                .withMessageContaining("'1'")
                .withMessageContaining("[0]");
    }

    @Test
    void theOwnerMayHaveNoWeight() {
        RoundingPolicy policy = RoundingPolicy.builder()
                .mode(RoundingMode.FLOOR)
                .residue(ResidueOwner.NAMED_KEY)
                .residueKey("house")
                .build();
        Allocation<String> split = Allocation.of(
                Amounts.of("1.00", "EUR"),
                Map.of("a", Rational.ONE, "b", Rational.ONE, "c", Rational.ONE, "house", Rational.ZERO),
                policy);
        assertThat(split.share("house")).isEqualTo(Amounts.of("0.01", "EUR"));
        assertThat(split.share("c")).isEqualTo(Amounts.of("0.33", "EUR"));
        assertThat(Monetary.getCurrency("EUR")).isEqualTo(split.total().getCurrency());
    }

    @Test
    void sharesThatAreNotOfTheWholeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allocation<>(Amounts.of("10", "USD"), shares(Amounts.of("10", "EUR"))))
                .withMessageContaining("share of 'a' must be in USD");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allocation<>(Amounts.of("10", "USD"), shares(Amounts.of("1", "USD"))))
                .withMessageContaining("must sum to the whole");
        assertThat(new Allocation<>(Amounts.of("10", "USD"), shares(Amounts.of("10.00", "USD"))).share("a"))
                .isEqualTo(Amounts.of("10", "USD"));
    }

    private static ImmutableMap<String, Allocation.Share> shares(MonetaryAmount amount) {
        return ImmutableMap.of("a", new Allocation.Share(amount, Rational.ZERO));
    }
}
