package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Candidate;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Ratio;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.money.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of explanations that add up, and of what they are made of. */
public final class ExplanationArbitraries {
    private static final int DEEPEST = 3;

    private ExplanationArbitraries() {}

    /** Decimals with up to six places, of either sign, zero among them. */
    public static Arbitrary<BigDecimal> decimals() {
        return Arbitraries.bigDecimals()
                .between(new BigDecimal("-1000000"), new BigDecimal("1000000"))
                .ofScale(6);
    }

    /** Units of money and of things. */
    public static Arbitrary<String> units() {
        return Arbitraries.of("EUR", "JPY", "KWD", "bits", "deals");
    }

    /** Rules of a few documents. */
    public static Arbitrary<RuleRef> rules() {
        return Combinators.combine(
                        Arbitraries.of("ae-2026", "eu-list"),
                        Arbitraries.of("1", "2026-04"),
                        Arbitraries.of("", "/rules/0", "/rules/1/tiers/2"))
                .as(RuleRef::new);
    }

    /** Steps of the unit, some made up of parts. */
    public static Arbitrary<Step> steps(String unit) {
        return steps(unit, DEEPEST);
    }

    private static Arbitrary<Step> steps(String unit, int deepest) {
        Arbitrary<Optional<Rational>> residues = Arbitraries.integers()
                .between(-3, 3)
                .map(n -> Rational.of(n, 7))
                .optional();
        Arbitrary<ImmutableMap<String, String>> inputs = Arbitraries.maps(
                        Arbitraries.of("rate", "base", "days"),
                        Arbitraries.strings().ofMaxLength(6))
                .map(ImmutableMap::copyOf);
        Arbitrary<List<Step>> parts = deepest == 0
                ? Arbitraries.just(List.of())
                : Arbitraries.lazy(() -> steps(unit, deepest - 1).list().ofMaxSize(2));
        return Combinators.combine(
                        rules(),
                        Arbitraries.of("{rate} of {base}", "list", "100 %"),
                        decimals(),
                        residues,
                        inputs,
                        parts)
                .as((rule, label, amount, residue, values, inner) -> new Step(
                        rule,
                        label,
                        inner.isEmpty() ? Quantity.of(amount, unit) : total(inner, unit),
                        residue,
                        values,
                        ImmutableList.copyOf(inner)));
    }

    private static Quantity total(List<Step> steps, String unit) {
        return Quantity.of(
                steps.stream().map(step -> step.amount().value()).reduce(BigDecimal.ZERO, BigDecimal::add), unit);
    }

    /** Sums whose steps add up. */
    public static Arbitrary<Explanation.Sum> sums() {
        return units().flatMap(unit -> steps(unit)
                .list()
                .ofMaxSize(4)
                .map(steps ->
                        new Explanation.Sum("commission of ana", total(steps, unit), ImmutableList.copyOf(steps))));
    }

    /** Choices of one candidate or none. */
    public static Arbitrary<Explanation.Choice> choices() {
        Arbitrary<List<Candidate>> rejected = candidates(false).list().ofMaxSize(3);
        return Combinators.combine(candidates(true).optional(), rejected).as((chosen, others) -> {
            ImmutableList.Builder<Candidate> all = ImmutableList.builder();
            chosen.ifPresent(all::add);
            return new Explanation.Choice(
                    "territory of A-17",
                    chosen.map(Candidate::id),
                    all.addAll(others).build());
        });
    }

    private static Arbitrary<Candidate> candidates(boolean chosen) {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(4),
                        rules(),
                        Arbitraries.of("country in [DE, AT]: DE", "employees at least 200: 350")
                                .list()
                                .ofMaxSize(2),
                        decimals().map(score -> Quantity.of(score, "points")).optional())
                .as((id, rule, met, score) -> new Candidate(
                        id,
                        chosen,
                        rule,
                        ImmutableList.copyOf(met),
                        chosen ? Optional.empty() : Optional.of("industry is missing"),
                        score));
    }

    /** Sums and choices. */
    public static Arbitrary<Explanation> explanations() {
        return Arbitraries.oneOf(sums().map(sum -> sum), choices().map(choice -> choice));
    }

    /** Ratios, some with an empty denominator. */
    public static Arbitrary<Ratio> ratios() {
        return Combinators.combine(
                        Arbitraries.longs().between(-1_000, 1_000),
                        Arbitraries.longs().between(0, 1_000),
                        FindingArbitraries.omissions().list().ofMaxSize(2))
                .as(Ratio::of);
    }

    /** What results were computed from. */
    public static Arbitrary<Provenance> provenances() {
        return Combinators.combine(
                        Arbitraries.of("QuotePricer", "CommissionCalculator"),
                        Arbitraries.maps(Arbitraries.of("plan", "credits", "book"), inputs()),
                        Arbitraries.strings().ofMaxLength(8).list().ofMaxSize(2),
                        Arbitraries.longs().between(0, Long.MAX_VALUE).optional())
                .as((engine, byRole, lookups, steps) -> {
                    Provenance.Builder provenance = Provenance.builder()
                            .engine(engine)
                            .putAllInputs(byRole)
                            .addAllLookups(lookups);
                    steps.ifPresent(provenance::steps);
                    return provenance.build();
                });
    }

    /** Quantities of each unit. */
    public static Arbitrary<Quantity> quantities() {
        return Combinators.combine(decimals(), units()).as(Quantity::of);
    }

    /** Steps of any unit, some made up of parts. */
    public static Arbitrary<Step> steps() {
        return units().flatMap(ExplanationArbitraries::steps);
    }

    /** Candidates, chosen and rejected. */
    public static Arbitrary<Candidate> candidates() {
        return Arbitraries.oneOf(candidates(true), candidates(false));
    }

    /** Fingerprints of definitions and of facts. */
    public static Arbitrary<Fingerprint> fingerprints() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(8);
        return Arbitraries.oneOf(
                texts.map(Fingerprint::ofText), texts.list().ofMaxSize(3).map(Fingerprint::ofFacts));
    }

    /** What results name of their inputs. */
    public static Arbitrary<Provenance.Input> inputs() {
        return Combinators.combine(
                        Arbitraries.strings().alpha().ofMaxLength(5), Arbitraries.of("1", "2026-04"), fingerprints())
                .as(Provenance.Input::new);
    }
}
