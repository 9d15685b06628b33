package io.salesops.commission.credit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.salesops.commission.credit.Credit.Basis;
import io.salesops.commission.plan.PayeeId;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import org.junit.jupiter.api.Test;

class CreditFrameTest {
    private static final CurrencyUnit USD = Monetary.getCurrency("USD");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 31);

    @Test
    void whatIsNoRowIsNamedWithItsValue() {
        assertThat(CreditFrame.of(
                                List.of(
                                        Credit.of("C-1", "ana", "2026-01-01", Amounts.of("1", "EUR")),
                                        Credit.of("C-2", "ana", "2026-01-01", Amounts.of("1.001", "USD")),
                                        Credit.of(
                                                "C-3", "ana", "2026-01-01", Amounts.of("92233720368547758.08", "USD"))),
                                USD)
                        .findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        tuple("commission.credit.currency", "/credits/C-1"),
                        tuple("commission.credit.range", "/credits/C-2"),
                        tuple("commission.credit.range", "/credits/C-3"));
    }

    @Test
    void amountsThatOverflowTogetherAreRefused() {
        CreditFrame.Builder builder = CreditFrame.builder(USD)
                .add("C-1", "ana", DAY, Long.MAX_VALUE - 1)
                .add("C-2", "ana", DAY, 1)
                .add("D-1", "ben", DAY, Long.MAX_VALUE);
        assertThat(builder.build().orThrow().size()).isEqualTo(3);

        assertThat(builder.add("C-3", "ana", DAY, -1).build().findings())
                .extracting(Finding::message)
                .containsExactly("credits of ana up to C-3 (USD -0.01) need more than 63 bits of minor units together");
        assertThat(CreditFrame.builder(USD)
                        .add("C-1", "ana", DAY, Long.MIN_VALUE)
                        .build()
                        .value())
                .isEmpty();
    }

    @Test
    void manyRowsOfOneDayAreInOrder() {
        CreditFrame.Builder builder = CreditFrame.builder(USD);
        int size = 20_000;
        for (int i = 0; i < size; i++) {
            // A step without common divisor visits every number once.
            int number = (int) (i * 7_919L % size);
            builder.add(
                    String.format("C-%05d", number),
                    PayeeId.of("p" + number % 3),
                    DAY.toEpochDay() - number % 2,
                    number,
                    Basis.CASH,
                    "cash");
        }
        CreditFrame frame = builder.build().orThrow();

        assertThat(frame.measures()).containsExactly("cash");
        for (int payee = 0; payee < 3; payee++) {
            assertThat(frame.end(payee) - frame.start(payee)).isBetween(size / 3, size / 3 + 1);
            for (int row = frame.start(payee) + 1; row < frame.end(payee); row++) {
                boolean later = frame.epochDay(row) > frame.epochDay(row - 1);
                boolean sameDay = frame.epochDay(row) == frame.epochDay(row - 1);
                assertThat(later || (sameDay && frame.id(row).compareTo(frame.id(row - 1)) > 0))
                        .as("row %s", row)
                        .isTrue();
                assertThat(frame.id(row)).isEqualTo(String.format("C-%05d", frame.minor(row)));
            }
            assertThat(frame.startFrom(payee, DAY)).isBetween(frame.start(payee), frame.end(payee));
            assertThat(frame.date(frame.startFrom(payee, DAY))).isEqualTo(DAY);
            assertThat(frame.basis(frame.start(payee))).isEqualTo(Basis.CASH);
        }
        assertThat(frame.payeeNumber(PayeeId.of("nobody"))).isEmpty();
    }

    @Test
    void aStreamThatIsNotByPayeeIsRefused() {
        CreditStream stream = CreditStream.into(USD, (payee, credits) -> {}).add("C-1", "ben", DAY, 1);
        assertThatThrownBy(() -> stream.add("C-2", "ana", DAY, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ana follows ben. Maybe the query lacks an order");
        stream.finish();
        assertThatThrownBy(() -> stream.add("C-3", "cho", DAY, 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aPayeeWhoseRowsAreWrongReachesTheSinkAsFindings() {
        List<String> seen = new ArrayList<>();
        CreditStream.into(
                        USD,
                        (payee, credits) ->
                                seen.add(payee + " " + credits.findings().size()))
                .add("C-1", "ana", DAY, 1)
                .add("C-1", "ana", DAY, 2)
                .add("C-1", "ben", DAY, 2)
                .finish();
        assertThat(seen).containsExactly("ana 1", "ben 0");
    }

    @Test
    void aCurrencyWithoutMinorUnitsNeedsAScale() {
        CurrencyUnit gold = Monetary.getCurrency("XAU");
        assertThatThrownBy(() -> CreditFrame.builder(gold))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("scale of XAU must be 0 to 18: -1");
        assertThat(CreditFrame.builder(gold, 3)
                        .add("C-1", "ana", DAY, 5)
                        .build()
                        .orThrow()
                        .credit(0)
                        .amount())
                .isEqualTo(Amounts.of("0.005", "XAU"));
    }
}
