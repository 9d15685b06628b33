package io.salesops.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.testkit.ExplanationArbitraries;
import io.salesops.core.testkit.JsonLaws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws E1 to E3 and D1 of explanations, quantities, ratios and fingerprints. */
class ExplanationProperties {
    @Provide
    Arbitrary<Explanation> explanations() {
        return ExplanationArbitraries.explanations();
    }

    @Provide
    Arbitrary<Explanation.Sum> sums() {
        return ExplanationArbitraries.sums();
    }

    @Provide
    Arbitrary<Ratio> ratios() {
        return ExplanationArbitraries.ratios();
    }

    @Provide
    Arbitrary<Provenance> provenances() {
        return ExplanationArbitraries.provenances();
    }

    @Provide
    Arbitrary<BigDecimal> decimals() {
        return ExplanationArbitraries.decimals();
    }

    @Property
    void explanationsAreJson(@ForAll("explanations") Explanation explanation) {
        JsonLaws.roundTrips(explanation, Explanation.class);
    }

    @Property
    void provenanceIsJson(@ForAll("provenances") Provenance provenance) {
        JsonLaws.roundTrips(provenance, Provenance.class);
    }

    @Property
    void ratiosAreJson(@ForAll("ratios") Ratio ratio) {
        JsonLaws.roundTrips(ratio, Ratio.class);
    }

    @Property
    void aSumThatDoesNotAddUpCannotExist(
            @ForAll("sums") Explanation.Sum sum, @ForAll("decimals") BigDecimal difference) {
        Assume.that(difference.signum() != 0);
        Quantity wrong =
                Quantity.of(sum.total().value().add(difference), sum.total().unit());
        assertThatIllegalArgumentException().isThrownBy(() -> new Explanation.Sum("s", wrong, sum.steps()));
        if (!sum.steps().isEmpty()) {
            Quantity otherUnit = Quantity.of(sum.total().value(), "furlongs");
            assertThatIllegalArgumentException().isThrownBy(() -> new Explanation.Sum("s", otherUnit, sum.steps()));
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new Step(
                            sum.steps().get(0).rule(), "l", wrong, Optional.empty(), ImmutableMap.of(), sum.steps()));
        }
    }

    @Property
    void theTextShowsEveryStepOnceAndIsTheSameEachTime(@ForAll("sums") Explanation.Sum sum) {
        assertThat(sum.text()).isEqualTo(sum.text()).doesNotEndWith("\n");
        assertThat(sum.text().lines().count()).isGreaterThanOrEqualTo(1 + count(sum.steps()));
    }

    private static long count(List<Step> steps) {
        return steps.stream().mapToLong(step -> 1 + count(step.parts())).sum();
    }

    @Property
    void anotherWordingReplacesEverySentence(@ForAll("explanations") Explanation explanation) {
        String text = explanation.text((label, inputs) -> "");
        for (String word : ImmutableList.of("100 %", "commission", "territory", "rejected", "missing", "residue")) {
            assertThat(text).doesNotContain(word);
        }
    }

    @Property
    void orderOfInputsChangesNoByte(@ForAll Map<String, String> inputs, @ForAll Random random) {
        List<String> names = new ArrayList<>(inputs.keySet());
        Collections.shuffle(names, random);
        ImmutableMap.Builder<String, String> shuffled = ImmutableMap.builder();
        names.forEach(name -> shuffled.put(name, inputs.getOrDefault(name, "")));
        JsonLaws.sameText(step(ImmutableMap.copyOf(inputs)), step(shuffled.buildOrThrow()));
    }

    private static Step step(ImmutableMap<String, String> inputs) {
        return Step.builder()
                .rule(new RuleRef("d", "1", ""))
                .label("l")
                .amount(Quantity.of(1, "EUR"))
                .inputs(inputs)
                .build();
    }

    @Property
    void equalNumbersAreEqualQuantities(@ForAll("decimals") BigDecimal value) {
        assertThat(Quantity.of(value.setScale(9), "km")).isEqualTo(Quantity.of(value.stripTrailingZeros(), "km"));
        assertThat(new BigDecimal(Quantity.of(value, "km").grouped(2).replace(",", "")))
                .isEqualByComparingTo(value);
    }

    @Property
    void aRatioIsAbsentExactlyWhereItsDenominatorIsZero(@ForAll("ratios") Ratio ratio) {
        assertThat(ratio.rate().isPresent()).isEqualTo(ratio.denominator().signum() != 0);
        ratio.rate()
                .ifPresent(rate ->
                        assertThat(rate.value().times(ratio.denominator())).isEqualTo(ratio.numerator()));
    }

    @Property
    void factsHaveOneFingerprintInAnyOrder(@ForAll List<String> facts, @ForAll String more, @ForAll Random random) {
        List<String> shuffled = new ArrayList<>(facts);
        Collections.shuffle(shuffled, random);
        Fingerprint fingerprint = Fingerprint.ofFacts(facts);
        assertThat(Fingerprint.ofFacts(shuffled)).isEqualTo(fingerprint);
        shuffled.add(more);
        assertThat(Fingerprint.ofFacts(shuffled)).isNotEqualTo(fingerprint);
        assertThat(Fingerprint.of(fingerprint.toString())).isEqualTo(fingerprint);
    }
}
