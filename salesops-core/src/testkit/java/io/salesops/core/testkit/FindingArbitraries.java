package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of findings and omissions. */
public final class FindingArbitraries {
    private FindingArbitraries() {}

    /** Codes of a few areas, so that some repeat. */
    public static Arbitrary<String> codes() {
        return Arbitraries.of("commission.tier.gap", "files.date.invalid", "json.field.unknown", "process.stage.stale");
    }

    /** Places in a text. */
    public static Arbitrary<Location> locations() {
        return Combinators.combine(
                        Arbitraries.of("plan.json", "accounts.csv"),
                        Arbitraries.longs().between(1, 10_000_000_000L),
                        Arbitraries.integers().between(1, 1_000))
                .as(Location::new);
    }

    /** Findings of every severity, with and without evidence, remedy and place. */
    public static Arbitrary<Finding> findings() {
        Arbitrary<String> texts = Arbitraries.strings().ofMaxLength(12);
        return Combinators.combine(
                        codes(),
                        Arbitraries.of(Severity.class),
                        Arbitraries.of("", "/rules/2/tiers/1/upTo", "A-17/website"),
                        texts,
                        Arbitraries.maps(texts, texts).ofMaxSize(3),
                        texts.map(text -> "Maybe " + text).optional(),
                        locations().optional())
                .as((code, severity, path, message, evidence, remedy, location) -> Finding.builder()
                        .code(code)
                        .severity(severity)
                        .path(path)
                        .message(message)
                        .evidence(ImmutableMap.copyOf(evidence))
                        .remedy(remedy)
                        .location(location)
                        .build());
    }

    /** What was left out, with a count of at least its examples. */
    public static Arbitrary<Omission> omissions() {
        return Combinators.combine(
                        Arbitraries.of("open", "no amount", "cancelled before the period"),
                        Arbitraries.longs().between(0, 1_000_000),
                        Arbitraries.strings().alpha().ofMaxLength(5).list().ofMaxSize(4))
                .as((reason, more, examples) ->
                        new Omission(reason, examples.size() + more, ImmutableList.copyOf(examples)));
    }
}
