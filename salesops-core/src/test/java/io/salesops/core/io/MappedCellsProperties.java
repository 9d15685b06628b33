package io.salesops.core.io;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.ProductLine;
import io.salesops.core.money.Amounts;
import java.io.StringReader;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class MappedCellsProperties {
    private static final Set<String> MISSING = Set.of("", "n/a", " ", "\u00A0");

    /** What a loaded record has for each field, in the text of the file. */
    private static final ImmutableMap<String, Function<Opportunity, Optional<String>>> FIELDS =
            ImmutableMap.<String, Function<Opportunity, Optional<String>>>builder()
                    .put("id", deal -> Optional.of(deal.id().value()))
                    .put("stage", deal -> Optional.of(deal.stage()))
                    .put("name", Opportunity::name)
                    .put("account", deal -> deal.account().map(Object::toString))
                    .put(
                            "product",
                            deal -> line(deal).map(line -> line.product().value()))
                    .put("list", deal -> line(deal).flatMap(ProductLine::list).map(MappedCellsProperties::number))
                    .put(
                            "quantity",
                            deal -> line(deal).map(line -> line.quantity().toPlainString()))
                    .put("amount", deal -> deal.amount().map(MappedCellsProperties::number))
                    .put("closeDate", deal -> deal.closeDate().map(Object::toString))
                    .put("custom.segment", deal -> deal.custom().get("segment", String.class))
                    .put(
                            "custom.score",
                            deal -> deal.custom().get("score", BigDecimal.class).map(BigDecimal::toPlainString))
                    .buildOrThrow();

    private static final ImmutableMap<String, List<String>> CELLS = ImmutableMap.<String, List<String>>builder()
            .put("id", List.of("D-1", "D-2", "D-3", "D-4", "", "D-5"))
            .put("stage", List.of("Won", "Lost", "Won", ""))
            .put("name", List.of("Relay", "n/a", ""))
            .put("account", List.of("A-1", "\u00A0", ""))
            .put("product", List.of("X", "Y", "", "n/a", " "))
            .put("list", List.of("12", "0", "", "", "twelve"))
            .put("quantity", List.of("3", "0", "", "", "-3"))
            .put("amount", List.of("5", "-5", "", "five"))
            .put("closeDate", List.of("2026-03-31", "", "2026-02-30"))
            .put("custom.segment", List.of("SMB", ""))
            .put("custom.score", List.of("7.5", "", "high"))
            .buildOrThrow();

    private static Optional<ProductLine> line(Opportunity deal) {
        return deal.lines().stream().findFirst();
    }

    private static String number(MonetaryAmount amount) {
        return Amounts.number(amount).toPlainString();
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        List<Arbitrary<String>> cells =
                CELLS.values().stream().map(Arbitraries::of).toList();
        return Combinators.combine(cells).as(row -> row).list().ofMaxSize(6);
    }

    @Property
    void everyMappedCellOfALoadedRowStandsInItsRecord(@ForAll("rows") List<List<String>> rows) {
        CrmMapping.Builder mapping = CrmMapping.builder()
                .id("deals")
                .version("1")
                .into(RecordKind.OPPORTUNITY)
                .currency("USD")
                .delimiter(";")
                .putCustom("score", FieldType.NUMBER)
                .addMissing("n/a");
        FIELDS.keySet().forEach(field -> mapping.putColumns(field, field));
        String text = String.join(";", FIELDS.keySet()) + "\n"
                + rows.stream().map(row -> String.join(";", row) + "\n").collect(Collectors.joining());
        Import<Opportunity> file = CrmImporter.of(mapping.build()).opportunities("deals.csv", new StringReader(text));
        // The first row of an identifier keeps it.
        Map<String, List<String>> byId =
                rows.stream().collect(Collectors.toMap(row -> row.get(0), row -> row, (first, second) -> first));
        List<String> fields = FIELDS.keySet().asList();
        BigDecimal list = BigDecimal.ZERO;
        for (Opportunity deal : file.records()) {
            List<String> row = requireNonNull(byId.get(deal.id().value()));
            for (int i = 0; i < row.size(); i++) {
                if (!MISSING.contains(row.get(i))) {
                    assertThat(FIELDS.values().asList().get(i).apply(deal))
                            .as("%s of %s", fields.get(i), row)
                            .contains(row.get(i));
                }
            }
            list = list.add(
                    line(deal).flatMap(ProductLine::list).map(Amounts::number).orElse(BigDecimal.ZERO));
        }
        BigDecimal sum = file.report().sums().stream()
                .filter(column -> column.column().equals("list"))
                .map(column -> Amounts.number(column.sum()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum).isEqualByComparingTo(list);
    }
}
