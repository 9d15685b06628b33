package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import java.util.function.Predicate;

/**
 * Checks one record on entry and many in a run by the same rules.
 *
 * <p>What it says of a record in a run is what it says of the record alone, but for two things that only many records
 * have: whether values are unique or varied, and whether the records that break a rule are within the tolerated share. The
 * order of the records changes nothing. Cost is linear in records and rules; memory is that of the findings kept, and for
 * each rule on the values of many records that of {@link #exactUpTo} values, whatever the number of records. Immutable and
 * thread-safe.
 *
 * @param <T> the kind of record
 */
public final class QualityChecker<T> {
    /** How many distinct values are counted exactly unless stated. */
    public static final int EXACT_UP_TO = 100_000;

    private static final int RECORDS_PER_STEP = 1000;

    private final QualityRules rules;
    private final QualitySubject<T> subject;
    private final Fingerprint fingerprint;
    private final ImmutableMap<String, Predicate<String>> references;
    private final int exactUpTo;
    private final ImmutableList<RuleCheck<T>> checks;

    private QualityChecker(
            QualityRules rules,
            QualitySubject<T> subject,
            Fingerprint fingerprint,
            ImmutableMap<String, Predicate<String>> references,
            int exactUpTo) {
        this.rules = rules;
        this.subject = subject;
        this.fingerprint = fingerprint;
        this.references = references;
        this.exactUpTo = exactUpTo;
        RuleCompiler<T> compiler = new RuleCompiler<>(subject, references);
        this.checks = rules.rules().stream().map(rule -> rule.match(compiler)).collect(ImmutableList.toImmutableList());
    }

    /**
     * Obtains a checker of accounts.
     *
     * @throws FindingsException with everything that is wrong with the rules
     */
    public static QualityChecker<Account> accounts(QualityRules rules) {
        return of(rules, QualitySubject.ACCOUNTS);
    }

    /**
     * Obtains a checker of contacts.
     *
     * @throws FindingsException with everything that is wrong with the rules
     */
    public static QualityChecker<Contact> contacts(QualityRules rules) {
        return of(rules, QualitySubject.CONTACTS);
    }

    /**
     * Obtains a checker of leads.
     *
     * @throws FindingsException with everything that is wrong with the rules
     */
    public static QualityChecker<Lead> leads(QualityRules rules) {
        return of(rules, QualitySubject.LEADS);
    }

    /**
     * Obtains a checker of opportunities.
     *
     * @throws FindingsException with everything that is wrong with the rules
     */
    public static QualityChecker<Opportunity> opportunities(QualityRules rules) {
        return of(rules, QualitySubject.OPPORTUNITIES);
    }

    private static <T> QualityChecker<T> of(QualityRules rules, QualitySubject<T> subject) {
        ImmutableList<Finding> findings = RulesCheck.of(rules, subject);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new QualityChecker<>(
                rules, subject, Fingerprint.ofText(SalesOpsJson.write(rules)), ImmutableMap.of(), EXACT_UP_TO);
    }

    /** Returns what is wrong with rules; empty if a checker can be had. */
    public static ImmutableList<Finding> check(QualityRules rules) {
        return RulesCheck.of(
                rules,
                switch (rules.on()) {
                    case ACCOUNT -> QualitySubject.ACCOUNTS;
                    case CONTACT -> QualitySubject.CONTACTS;
                    case LEAD -> QualitySubject.LEADS;
                    case OPPORTUNITY -> QualitySubject.OPPORTUNITIES;
                });
    }

    /** Returns a checker that knows which records of another kind are there; without it, rules that refer to them are undecided. */
    public QualityChecker<T> referring(String to, Predicate<String> exists) {
        ImmutableMap.Builder<String, Predicate<String>> known = ImmutableMap.builder();
        return new QualityChecker<>(
                rules,
                subject,
                fingerprint,
                known.putAll(references).put(to, exists).buildKeepingLast(),
                exactUpTo);
    }

    /**
     * Returns a checker that counts more or fewer distinct values exactly, for each rule on the values of many records;
     * {@value #EXACT_UP_TO} unless stated. Memory grows with it, and not with the number of records.
     */
    public QualityChecker<T> exactUpTo(int distinctValues) {
        checkArgument(distinctValues > 0, "number of distinct values must be positive: %s", distinctValues);
        return new QualityChecker<>(rules, subject, fingerprint, references, distinctValues);
    }

    /** Checks records in the calling thread. */
    public QualityReport check(Iterable<? extends T> records, AsOf asOf) {
        return check(records, asOf, Execution.here());
    }

    /** Checks records, iterating over them once. */
    public QualityReport check(Iterable<? extends T> records, AsOf asOf, Execution execution) {
        QualityTally<T> tally = tally(asOf);
        long count = 0;
        for (T record : records) {
            count++;
            if (count % RECORDS_PER_STEP == 0) {
                execution.cancellation().check("check " + rules.id());
                execution.progress().at("check " + rules.id(), count, 0);
            }
            tally.add(record);
        }
        execution.progress().at("check " + rules.id(), count, count);
        return tally.report();
    }

    /** Starts a tally, to which records are added one by one, or as the tallies of parts that were checked apart. */
    public QualityTally<T> tally(AsOf asOf) {
        return new QualityTally<>(rules, subject, fingerprint, references.keySet(), checks, exactUpTo, asOf);
    }

    /** Checks one record by every rule that can judge it alone. */
    public ImmutableList<Finding> checkOne(T record, AsOf asOf) {
        return checks.stream()
                .flatMap(check -> check.judge(record, asOf).finding().stream())
                .collect(ImmutableList.toImmutableList());
    }

    /** The checks that one record passes over those that can be made of it alone. */
    public Ratio scoreOne(T record, AsOf asOf) {
        long made = 0;
        long passed = 0;
        for (RuleCheck<T> check : checks) {
            RuleCheck.Verdict verdict = check.judge(record, asOf);
            made += verdict.judged() ? 1 : 0;
            passed += verdict.judged() && verdict.violation() == null ? 1 : 0;
        }
        return Ratio.of(passed, made, ImmutableList.of());
    }
}
