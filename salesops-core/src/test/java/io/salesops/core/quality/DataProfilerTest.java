package io.salesops.core.quality;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.OpportunityId;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import io.salesops.core.money.Rate;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DataProfilerTest {

    private static Opportunity deal(int i, String segment) {
        return Opportunity.builder()
                .id(OpportunityId.of("D-" + i))
                .stage(i % 50 == 7 ? "Engagin" : "Engaging")
                .amount(Amounts.of(Integer.toString(i), "USD"))
                .closeDate(LocalDate.of(2026, 1 + i % 12, 28))
                .build()
                .withCustom(io.salesops.core.crm.CustomFields.none().with("segment", segment));
    }

    private static List<Opportunity> deals(String segment) {
        return IntStream.range(0, 100)
                .mapToObj(i -> deal(i, i % 4 == 0 ? "Select" : segment))
                .map(deal -> deal.closeDate()
                                .filter(day -> day.getMonthValue() % 3 == 0)
                                .isPresent()
                        ? deal.withCloseDate(deal.closeDate()
                                .map(day -> day.withDayOfMonth(day.lengthOfMonth()))
                                .orElseThrow())
                        : deal)
                .toList();
    }

    @Test
    void profileTellsWhatTheValuesAreLike() {
        DataProfile profile = DataProfiler.opportunities().profile(deals("retail"));
        FieldProfile segment = profile.field("custom.segment").orElseThrow();
        assertThat(segment.completeness()).isEqualTo(Ratio.of(75, 100, List.of()));
        assertThat(segment.placeholders()).containsEntry("Select", 25L);
        assertThat(segment.top()).containsExactly(new ValueCount("retail", 75), new ValueCount("Select", 25));
        assertThat(profile.field("amount").orElseThrow().numbers().orElseThrow())
                .isEqualTo(new FieldProfile.Numbers(100, java.math.BigDecimal.ZERO, new java.math.BigDecimal("99")));
        assertThat(profile.field("closeDate").orElseThrow().days().orElseThrow())
                .isEqualTo(new FieldProfile.Days(100, LocalDate.of(2026, 1, 28), LocalDate.of(2026, 12, 31), 33));
        assertThat(profile.field("owner").orElseThrow().completeness()).isEqualTo(Ratio.of(0, 100, List.of()));
        assertThat(profile.field("nothing")).isEmpty();
    }

    @Test
    void driftNamesWhatCameAndWhatWent() {
        ProfileDrift drift = DataProfiler.opportunities()
                .profile(deals("retail"))
                .driftTo(DataProfiler.opportunities().profile(deals("wholesale")));
        assertThat(drift.findings(Rate.of("50%")))
                .extracting(Finding::message)
                .containsExactly(
                        "values of custom.segment changed by 75.0%: given in 75.0% of the records, now in 75.0%;"
                                + " new 'wholesale' (75); gone 'retail' (75)");
    }

    @Test
    void rulesAreSuggestedWithTheirReasons() {
        assertThat(RuleSuggester.suggest(DataProfiler.opportunities().profile(deals("retail"))))
                .extracting(suggested -> suggested.rule().id() + ": " + suggested.reason())
                .containsExactly(
                        "id-given: 100 of 100 records have a value",
                        "id-unique: all 100 values differ",
                        "stage-given: 100 of 100 records have a value",
                        "stage-known: 1 values make up 98 of 100; probably misspelt is 'Engagin' as 'Engaging'",
                        "amount-given: 100 of 100 records have a value",
                        "amount-range: the 100 numbers lie between 0 and 99",
                        "closeDate-given: 100 of 100 records have a value",
                        "closeDate-no-default: 33 of 100 days are the last of a quarter",
                        "custom.segment-known: 1 values make up 75 of 100");
        assertThat(RuleSuggester.suggest(DataProfiler.opportunities().profile(List.of(deal(1, "x")))))
                .isEmpty();
    }
}
