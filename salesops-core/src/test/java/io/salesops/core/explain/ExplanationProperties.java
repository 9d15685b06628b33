package io.salesops.core.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.testkit.ExplanationArbitraries;
import io.salesops.core.testkit.JsonLaws;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws E1 to E3 and D1 of explanations, quantities, ratios and fingerprints. */
class ExplanationProperties {
    /** The labels and reasons of the generator, and the sentences of the library, as a catalogue would list them. */
    private static final ImmutableSet<String> SENTENCES = ImmutableSet.of(
            "commission of ana",
            "{rate} of {base}",
            "list",
            "100 %",
            "residue {residue}",
            "territory of A-17",
            "chosen",
            "rejected",
            "none",
            "country in [DE, AT]: DE",
            "employees at least 200: 350",
            "industry is missing",
            "not: {failed}");

    private static final ImmutableList<String> WORDS = ImmutableList.of(
            "100 %", "commission", "territory", "country", "employees", "rejected", "missing", "residue", "not:");

    @Provide
    Arbitrary<Explanation.Choice> choices() {
        return ExplanationArbitraries.choices();
    }

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
    void aChoiceThatContradictsItselfCannotExist(@ForAll("choices") Explanation.Choice choice, @ForAll Random random) {
        assertThat(choice.candidates().stream().filter(Candidate::chosen).map(Candidate::id))
                .containsExactlyElementsOf(choice.chosen().stream().toList());
        for (Candidate candidate : choice.candidates()) {
            ImmutableList<Candidate> contradictions = candidate.chosen()
                    ? ImmutableList.of(
                            marked(candidate, true, Optional.of("too late")),
                            marked(candidate, false, Optional.empty()),
                            marked(candidate, false, Optional.of("too late")))
                    : ImmutableList.of(
                            marked(candidate, true, Optional.empty()),
                            marked(candidate, true, candidate.failed()),
                            marked(candidate, false, Optional.empty()));
            for (Candidate contradiction : contradictions) {
                assertRefused(choice.chosen(), replaced(choice, candidate, contradiction));
            }
            assertRefused(Optional.of(candidate.id() + "'"), choice.candidates());
            if (candidate.chosen()) {
                assertRefused(Optional.empty(), choice.candidates());
                List<Candidate> twice = new ArrayList<>(choice.candidates());
                twice.add(random.nextInt(twice.size() + 1), candidate);
                assertRefused(choice.chosen(), ImmutableList.copyOf(twice));
            }
        }
    }

    private static void assertRefused(Optional<String> chosen, ImmutableList<Candidate> candidates) {
        assertThatIllegalArgumentException()
                .as("%s of %s", chosen, candidates)
                .isThrownBy(() -> new Explanation.Choice("s", chosen, candidates))
                .withMessageContaining("'s'");
    }

    private static ImmutableList<Candidate> replaced(Explanation.Choice choice, Candidate old, Candidate replacement) {
        return choice.candidates().stream()
                .map(candidate -> candidate.equals(old) ? replacement : candidate)
                .collect(ImmutableList.toImmutableList());
    }

    private static Candidate marked(Candidate candidate, boolean chosen, Optional<String> failed) {
        return new Candidate(candidate.id(), chosen, candidate.rule(), candidate.met(), failed, candidate.score());
    }

    /** Read from the top, each line is the result or the next step, with its amount, its sentence and its rule. */
    @Property
    void theTextShowsEveryStepOnceWithAmountAndLabel(@ForAll("sums") Explanation.Sum sum) {
        Wording unbroken = (label, inputs) -> Wording.fill(label, inputs).replaceAll("\\R", " ");
        List<String> lines = sum.text(unbroken).lines().toList();
        assertThat(lines.get(0))
                .startsWith(sum.total().unit() + " ")
                .contains("  " + unbroken.sentence(sum.subject(), ImmutableMap.of()));
        assertThat(number(word(lines.get(0), 1)))
                .isEqualByComparingTo(sum.total().value());
        List<Step> steps = new ArrayList<>();
        flatten(sum.steps(), steps);
        assertThat(lines).hasSize(1 + steps.size());
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            String line = lines.get(i + 1);
            assertThat(number(word(line.strip(), 0)))
                    .as(line)
                    .isEqualByComparingTo(step.amount().value());
            assertThat(line)
                    .contains("  " + unbroken.sentence(step.label(), step.inputs()) + "  [" + step.rule() + "]");
            assertThat(line.contains("residue"))
                    .isEqualTo(step.residue()
                            .filter(residue -> residue.signum() != 0)
                            .isPresent());
        }
        assertThat(sum.text()).isEqualTo(sum.text()).doesNotEndWith("\n");
    }

    private static String word(String line, int index) {
        return Splitter.on(' ').splitToList(line).get(index);
    }

    private static BigDecimal number(String grouped) {
        return new BigDecimal(grouped.replace(",", ""));
    }

    private static void flatten(List<Step> steps, List<Step> all) {
        for (Step step : steps) {
            all.add(step);
            flatten(step.parts(), all);
        }
    }

    /** A catalogue can hold all that is asked of it: the generator's sentences and the library's own, values apart. */
    @Property
    void anotherWordingReplacesEverySentence(@ForAll("explanations") Explanation explanation) {
        Set<String> asked = new HashSet<>();
        String text = explanation.text((label, inputs) -> {
            asked.add(label);
            return "#";
        });
        assertThat(SENTENCES).containsAll(asked);
        String rest = text.replace("#", "");
        for (String word : WORDS) {
            assertThat(rest).doesNotContain(word);
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
