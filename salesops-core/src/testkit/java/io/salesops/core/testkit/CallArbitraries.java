package io.salesops.core.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.Change;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.repository.Sequenced;
import io.salesops.core.repository.Versioned;
import io.salesops.core.run.Execution;
import java.time.Duration;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Generators of what calls take and return around the values they are about. */
public final class CallArbitraries {
    private CallArbitraries() {}

    /** Values under a version, new ones among them. */
    public static <T> Arbitrary<Versioned<T>> versioned(Arbitrary<T> values) {
        return Combinators.combine(values, Arbitraries.longs().between(0, 5)).as(Versioned::new);
    }

    /** Entries of a log under their sequence. */
    public static <E> Arbitrary<Sequenced<E>> sequenced(Arbitrary<E> entries) {
        return Combinators.combine(entries, Arbitraries.longs().between(1, 5))
                .as((entry, sequence) -> new Sequenced<>(sequence, entry));
    }

    /** Values that were accepted, with warnings or without, and refusals with at least one error. */
    public static <T> Arbitrary<Checked<T>> checked(Arbitrary<T> values) {
        Arbitrary<ImmutableList<Finding>> findings =
                FindingArbitraries.findings().list().ofMaxSize(3).map(ImmutableList::copyOf);
        Arbitrary<Finding> errors = FindingArbitraries.findings().map(finding -> finding.withSeverity(Severity.ERROR));
        return Arbitraries.oneOf(
                Combinators.combine(values, findings)
                        .as((value, all) -> Checked.accepted(
                                value,
                                all.stream()
                                        .filter(finding -> finding.severity() != Severity.ERROR)
                                        .toList())),
                Combinators.combine(errors, findings)
                        .as((error, all) -> Checked.refused(ImmutableList.<Finding>builder()
                                .add(error)
                                .addAll(all)
                                .build())));
    }

    /** Differences of two texts: a field that came, went or has another value. */
    public static Arbitrary<Change> changes() {
        Arbitrary<Optional<String>> texts =
                Arbitraries.of("1", "\"Acme\"", "null", "[]").optional(0.7);
        return Combinators.combine(Arbitraries.of("", "/name", "/rules/0/a~1b"), texts, texts)
                .filter((path, before, after) -> !before.equals(after))
                .as(Change::new);
    }

    /** Kinds and versions of documents. */
    public static Arbitrary<DocumentSchema> documentSchemas() {
        return Combinators.combine(
                        Arbitraries.of("commission-plan", "price-book", "plan2"),
                        Arbitraries.integers().between(1, 12))
                .as(DocumentSchema::new);
    }

    /** Ways to run: alone or by up to four tasks, all of them in the calling thread, so that a failure comes again. */
    public static Arbitrary<Execution> executions() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4), timeLimits().optional(0.2))
                .as((parallelism, limit) ->
                        Execution.on(Runnable::run, parallelism).withLimit(limit));
    }

    /** Limits of time by a clock that stands still, so that they never cut. */
    public static Arbitrary<Execution.TimeLimit> timeLimits() {
        return Arbitraries.longs()
                .between(1, 3_600_000)
                .map(Duration::ofMillis)
                .map(duration -> new Execution.TimeLimit(duration, () -> 0));
    }
}
