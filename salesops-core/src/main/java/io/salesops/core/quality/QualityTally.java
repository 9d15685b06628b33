package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.explain.FactSum;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.time.AsOf;

/**
 * What checks have found so far: records are added one by one, or as the tallies of parts that were checked apart.
 *
 * <p>Any division of the records into parts, checked and put together in any order, gives the same report. Memory does not
 * grow with the number of records; see {@link QualityChecker#exactUpTo}. Not thread-safe: one part, one tally.
 *
 * @param <T> the kind of record
 */
public final class QualityTally<T> {
    private final QualityRules rules;
    private final QualitySubject<T> subject;
    private final Fingerprint fingerprint;
    private final ImmutableSet<String> references;
    private final AsOf asOf;
    private final int exactUpTo;
    private final ImmutableList<RuleTally<T>> tallies;
    private final FactSum facts = new FactSum();
    private final Counts counts = new Counts();

    private static final class Counts {
        private long records;
        private long clean;
    }

    QualityTally(
            QualityRules rules,
            QualitySubject<T> subject,
            Fingerprint fingerprint,
            ImmutableSet<String> references,
            ImmutableList<RuleCheck<T>> checks,
            int exactUpTo,
            AsOf asOf) {
        this.rules = rules;
        this.subject = subject;
        this.fingerprint = fingerprint;
        this.references = references;
        this.asOf = asOf;
        this.exactUpTo = exactUpTo;
        ImmutableList.Builder<RuleTally<T>> each = ImmutableList.builder();
        for (int i = 0; i < checks.size(); i++) {
            each.add(tally(rules.rules().get(i), i, checks.get(i)));
        }
        this.tallies = each.build();
    }

    private RuleTally<T> tally(QualityRule rule, int index, RuleCheck<T> check) {
        if (rule instanceof QualityRule.Unique unique) {
            return new UniqueTally<>(unique, index, subject, exactUpTo);
        }
        return rule instanceof QualityRule.Varied varied
                ? new VariedTally<>(varied, index, subject, exactUpTo)
                : new RuleTally<>(rule, index, check);
    }

    /** Checks a record. */
    public void add(T record) {
        counts.records++;
        facts.add(record.toString());
        String id = subject.id().apply(record);
        boolean isClean = true;
        for (RuleTally<T> tally : tallies) {
            isClean &= !tally.add(id, record, asOf);
        }
        counts.clean += isClean ? 1 : 0;
    }

    /**
     * Adds what another tally found, which stays as it is.
     *
     * @throws IllegalArgumentException if it was started with other rules, references or limits, or for another day
     */
    public void add(QualityTally<T> part) {
        checkArgument(
                fingerprint.equals(part.fingerprint)
                        && references.equals(part.references)
                        && exactUpTo == part.exactUpTo
                        && asOf.equals(part.asOf),
                "tallies of %s %s on %s and %s %s on %s do not add up. Maybe start both with the same checker and day.",
                rules.id(),
                rules.version(),
                asOf.date(),
                part.rules.id(),
                part.rules.version(),
                part.asOf.date());
        counts.records += part.counts.records;
        counts.clean += part.counts.clean;
        facts.merge(part.facts);
        for (int i = 0; i < tallies.size(); i++) {
            tallies.get(i).add(part.tallies.get(i));
        }
    }

    /** Reports what was found so far. */
    public QualityReport report() {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        ImmutableList.Builder<RuleResult> results = ImmutableList.builder();
        for (RuleTally<T> tally : tallies) {
            results.add(tally.result());
            boolean lacksReference =
                    tally.rule instanceof QualityRule.Refers refers && !references.contains(refers.to());
            if (lacksReference) {
                findings.add(undecided(tally));
            }
            findings.addAll(tally.findings());
            omitted.addAll(tally.omitted(lacksReference));
        }
        return QualityReport.builder()
                .rules(new RuleRef(rules.id(), rules.version(), ""))
                .date(asOf.date())
                .records(counts.records)
                .clean(counts.clean)
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
                        .putInputs(
                                "records",
                                new Provenance.Input("records", Long.toString(counts.records), facts.fingerprint()))
                        .build())
                .build();
    }

    private Finding undecided(RuleTally<T> tally) {
        QualityRule.Refers rule = (QualityRule.Refers) tally.rule;
        return Finding.warning(
                        "quality.reference.undecided",
                        "/rules/" + tally.index,
                        "rule '" + rule.id() + "' is undecided: nobody says which " + rule.to() + " is there")
                .maybe("Maybe call referring(...) before the check.");
    }
}
