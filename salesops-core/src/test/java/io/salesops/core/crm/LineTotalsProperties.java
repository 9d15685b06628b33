package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.testkit.CrmArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.money.CurrencyUnit;
import javax.money.Monetary;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class LineTotalsProperties {

    @Property
    void eachCurrencySumsOnItsOwn(@ForAll("lines") List<ProductLine> lines) {
        LineTotals totals = LineTotals.of(lines);
        for (String code : List.of("JPY", "USD", "KWD")) {
            CurrencyUnit currency = Monetary.getCurrency(code);
            assertThat(totals.list(currency))
                    .isEqualTo(Amounts.sum(
                            lines.stream()
                                    .flatMap(line -> line.list().stream())
                                    .filter(amount -> amount.getCurrency().equals(currency))
                                    .toList(),
                            currency));
            assertThat(totals.sold(currency))
                    .isEqualTo(Amounts.sum(
                            lines.stream()
                                    .flatMap(line -> line.sold().stream())
                                    .filter(amount -> amount.getCurrency().equals(currency))
                                    .toList(),
                            currency));
        }
    }

    @Property
    void everyLineIsCountedOrOmitted(@ForAll("lines") List<ProductLine> lines) {
        long omitted = LineTotals.of(lines).omitted().stream()
                .mapToLong(Omission::count)
                .sum();
        long counted = lines.stream().flatMap(line -> line.list().stream()).count()
                + lines.stream().flatMap(line -> line.sold().stream()).count();
        assertThat(omitted + counted).isEqualTo(2L * lines.size());
    }

    @Property
    void theOrderOfLinesHasNoMeaning(@ForAll("lines") List<ProductLine> lines, @ForAll Random random) {
        List<ProductLine> shuffled = new ArrayList<>(lines);
        Collections.shuffle(shuffled, random);
        assertThat(LineTotals.of(shuffled)).isEqualTo(LineTotals.of(lines));
    }

    @Provide
    Arbitrary<List<ProductLine>> lines() {
        return CrmArbitraries.productLines().list().ofMaxSize(30);
    }
}
