package io.salesops.core.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.money.RateTable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class AsOfTest {

    @Test
    void aDayAloneMeansAllThatIsKnownInUtcWithoutRates() {
        AsOf asOf = AsOf.date("2026-03-31");
        assertThat(asOf.date()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(asOf.knownAt()).isEmpty();
        assertThat(asOf.zone()).isEqualTo(ZoneOffset.UTC);
        assertThat(asOf.rates()).isEqualTo(RateTable.none());
        assertThat(asOf).isEqualTo(AsOf.date(LocalDate.of(2026, 3, 31)));
    }

    @Test
    void everyPartIsStatedByItself() {
        Instant evening = Instant.parse("2026-03-31T20:00:00Z");
        AsOf asOf =
                AsOf.date("2026-03-31").knownAt(evening).zone("Europe/Berlin").rates(RateTable.none());
        assertThat(asOf.knownAt()).hasValue(evening);
        assertThat(asOf.zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
        assertThat(asOf.date()).isEqualTo(LocalDate.of(2026, 3, 31));
        assertThat(asOf.rates()).isEqualTo(RateTable.none());
    }
}
