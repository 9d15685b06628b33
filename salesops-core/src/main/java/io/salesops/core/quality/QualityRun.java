package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Iterables;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingTally;
import io.salesops.core.finding.Omission;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.money.Rate;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The state of one check of many records. */
final class QualityRun<T> {
    private static final int RECORDS_PER_STEP = 1000;
    private static final int SHOWN = 3;

    private final QualityRules rules;
    private final QualitySubject<T> subject;
    private final Fingerprint fingerprint;
    private final ImmutableSet<String> references;
    private final AsOf asOf;
    private final Execution execution;
    private final List<RuleRun> runs = new ArrayList<>();
    private long records;

    QualityRun(
            QualityRules rules,
            QualitySubject<T> subject,
            Fingerprint fingerprint,
            ImmutableSet<String> references,
            ImmutableList<RuleCheck<T>> checks,
            AsOf asOf,
            Execution execution) {
        this.rules = rules;
        this.subject = subject;
        this.fingerprint = fingerprint;
        this.references = references;
        this.asOf = asOf;
        this.execution = execution;
        for (int i = 0; i < checks.size(); i++) {
            QualityRule rule = rules.rules().get(i);
            runs.add(
                    rule instanceof QualityRule.Unique unique
                            ? new UniqueRun(unique, i)
                            : new RuleRun(rule, i, checks.get(i)));
        }
    }

    QualityReport check(Iterable<? extends T> all) {
        // The records are hashed as they pass, so that they are read once.
        Fingerprint facts = Fingerprint.ofFacts(Iterables.transform(all, record -> {
            check(record);
            return record.toString();
        }));
        execution.progress().at("check " + rules.id(), records, records);
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        ImmutableList.Builder<RuleResult> results = ImmutableList.builder();
        for (RuleRun run : runs) {
            run.finish();
            results.add(run.result());
            findings.addAll(run.findings());
            omitted.addAll(run.omitted());
        }
        return QualityReport.builder()
                .rules(new RuleRef(rules.id(), rules.version(), ""))
                .date(asOf.date())
                .records(records)
                .results(results.build())
                .findings(findings.build())
                .omitted(omitted.build())
                .computedFrom(Provenance.builder()
                        .engine(QualityChecker.class.getSimpleName())
                        .putInputs("rules", new Provenance.Input(rules.id(), rules.version(), fingerprint))
                        .putInputs(
                                "asOf",
                                new Provenance.Input(
                                        asOf.date().toString(),
                                        asOf.knownAt().map(Object::toString).orElse("all"),
                                        SalesOpsJson.fingerprint(asOf)))
                        .putInputs("records", new Provenance.Input("records", Long.toString(records), facts))
                        .build())
                .build();
    }

    private void check(T record) {
        records++;
        if (records % RECORDS_PER_STEP == 0) {
            execution.cancellation().check("check " + rules.id());
            execution.progress().at("check " + rules.id(), records, 0);
        }
        runs.forEach(run -> run.check(record));
    }

    /** The counts and first findings of one rule. */
    private class RuleRun {
        final QualityRule rule;
        final int index;
        private final RuleCheck<T> check;
        final FindingTally tally = FindingTally.keepingFirst();
        private long checked;
        private long violations;
        private long undecided;

        RuleRun(QualityRule rule, int index, RuleCheck<T> check) {
            this.rule = rule;
            this.index = index;
            this.check = check;
        }

        void check(T record) {
            RuleCheck.Verdict verdict = check.judge(record, asOf);
            count(verdict.judged(), verdict.finding().isPresent());
            verdict.finding().ifPresent(tally::add);
        }

        final void count(boolean judged, boolean violated) {
            checked += judged ? 1 : 0;
            undecided += judged ? 0 : 1;
            violations += violated ? 1 : 0;
        }

        void finish() {}

        RuleResult result() {
            return new RuleResult(rule.id(), checked, violations, within());
        }

        private boolean within() {
            Optional<Rate> tolerated =
                    rule instanceof QualityRule.Complete complete ? complete.tolerated() : Optional.empty();
            return tolerated.isPresent()
                    && checked > 0
                    && Rate.ratio(violations, checked).compareTo(tolerated.get()) <= 0;
        }

        private boolean lacksReference() {
            return rule instanceof QualityRule.Refers refers && !references.contains(refers.to());
        }

        ImmutableList<Finding> findings() {
            if (lacksReference()) {
                return ImmutableList.of(Finding.warning(
                                "quality.reference.undecided",
                                "/rules/" + index,
                                "rule '" + rule.id() + "' is undecided: nobody says which "
                                        + ((QualityRule.Refers) rule).to() + " is there")
                        .maybe("Maybe call referring(...) before the check."));
            }
            return within()
                    ? tally.kept().stream()
                            .map(finding -> finding.withSeverity(Severity.INFO))
                            .collect(ImmutableList.toImmutableList())
                    : tally.kept();
        }

        ImmutableList<Omission> omitted() {
            ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
            if (undecided > 0) {
                String why = lacksReference() ? "unknown reference" : "no value";
                omitted.add(new Omission(rule.id() + " not checked: " + why, undecided, ImmutableList.of()));
            }
            tally.omitted()
                    .forEach(more -> omitted.add(
                            new Omission(rule.id() + ": " + more.reason(), more.count(), ImmutableList.of())));
            return omitted.build();
        }
    }

    /** Groups records by their values; of each group all but one break the rule. */
    private final class UniqueRun extends RuleRun {
        private final QualityRule.Unique unique;
        private final ImmutableList<Function<T, Optional<Object>>> fields;
        private final Map<ImmutableList<String>, Group> groups = new TreeMap<>(
                com.google.common.collect.Ordering.<String>natural().lexicographical());

        UniqueRun(QualityRule.Unique unique, int index) {
            super(unique, index, (record, day) -> RuleCheck.Verdict.UNDECIDED);
            this.unique = unique;
            this.fields = unique.fields().stream().map(subject::reader).collect(ImmutableList.toImmutableList());
        }

        @Override
        void check(T record) {
            ImmutableList<String> values = fields.stream()
                    .flatMap(field -> field.apply(record).stream())
                    .map(Object::toString)
                    .collect(ImmutableList.toImmutableList());
            if (values.size() < fields.size()) {
                count(false, false);
                return;
            }
            Group group = groups.computeIfAbsent(values, key -> new Group());
            count(true, group.size > 0);
            group.add(subject.id().apply(record));
        }

        @Override
        void finish() {
            groups.forEach((values, group) -> {
                if (group.size > 1) {
                    tally.add(Finding.of(
                                    unique.severity(),
                                    "quality.value.duplicate",
                                    group.ids.first() + "/" + String.join("+", unique.fields()),
                                    group.size + " records share " + String.join(", ", unique.fields()) + " "
                                            + values.stream()
                                                    .map(value -> "'" + value + "'")
                                                    .collect(Collectors.joining(", "))
                                            + ": " + String.join(", ", group.ids)
                                            + (group.size > group.ids.size() ? ", ..." : ""))
                            .withEvidence(ImmutableMap.of("rule", unique.id(), "records", Long.toString(group.size))));
                }
            });
        }
    }

    /** How many records share values, and the smallest identifiers of them, whatever the order of the records. */
    private static final class Group {
        private long size;
        private final TreeSet<String> ids = new TreeSet<>();

        void add(String id) {
            size++;
            ids.add(id);
            if (ids.size() > SHOWN) {
                ids.pollLast();
            }
        }
    }
}
