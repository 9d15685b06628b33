package io.salesops.quote.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.money.Rational;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TermTest {

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({
        "2026-04-01, 2027-04-01, 12",
        "2026-01-31, 2026-02-28, 1",
        "2026-01-31, 2026-03-31, 2",
        "2026-01-31, 2026-03-30, 61/31",
        "2024-02-29, 2025-02-28, 12",
        "2026-04-01, 2026-04-16, 0.5",
        "2026-02-01, 2026-02-15, 0.5",
        "2026-01-15, 2026-03-01, 1.5",
    })
    void monthsAreCountedFromTheFirstDay(LocalDate from, LocalDate before, String months) {
        assertThat(new Term(from, before, 1).months().toString()).isEqualTo(decimal(months));
    }

    private static String decimal(String text) {
        return Rational.of(text).toString();
    }

    @Test
    void datesBeforeTheTermAreNoMonths() {
        Term term = Term.months("2026-04-01", 12);
        assertThat(term.monthsUntil(LocalDate.parse("2026-03-01")).signum()).isZero();
        assertThat(term.monthsUntil(LocalDate.parse("2026-04-01")).signum()).isZero();
    }

    @Test
    void termsThatCannotBeAreRefused() {
        assertThatThrownBy(() -> Term.months("2026-04-01", 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2026-04-01");
        assertThatThrownBy(() -> Term.months("2026-04-01", 1).billedEvery(0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("0");
    }
}
