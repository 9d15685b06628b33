package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Proposes repairs of records; nothing changes until told.
 *
 * <p>Repaired are blanks around and between words, countries (to ISO 3166 alpha-2), the domain of e-mail addresses (to
 * lower case), websites (to their domain), placeholders of complete rules (cleared), and values that a oneOf rule does not
 * list, where exactly one listed value is nearest within two edits. What came out of a repair needs no other. Cost is linear
 * in the records. Immutable and thread-safe.
 *
 * @param <T> the kind of record
 */
public final class Cleanser<T> {
    private final QualityRules rules;
    private final QualitySubject<T> subject;
    private final Fingerprint fingerprint;
    private final ImmutableList<Repairs> repairs;

    private Cleanser(QualityRules rules, QualitySubject<T> subject) {
        ImmutableList<Finding> findings = RulesCheck.of(rules, subject);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        this.rules = rules;
        this.subject = subject;
        this.fingerprint = Fingerprint.ofText(SalesOpsJson.write(rules));
        this.repairs = subject.texts().stream().map(this::repairs).collect(ImmutableList.toImmutableList());
    }

    /**
     * Obtains a cleanser of accounts.
     *
     * @throws FindingsException with everything that is wrong with the rules
     */
    public static Cleanser<Account> accounts(QualityRules rules) {
        return new Cleanser<>(rules, QualitySubject.ACCOUNTS);
    }

    /**
     * Obtains a cleanser of contacts.
     *
     * @throws FindingsException with everything that is wrong with the rules
     */
    public static Cleanser<Contact> contacts(QualityRules rules) {
        return new Cleanser<>(rules, QualitySubject.CONTACTS);
    }

    /**
     * Obtains a cleanser of leads.
     *
     * @throws FindingsException with everything that is wrong with the rules
     */
    public static Cleanser<Lead> leads(QualityRules rules) {
        return new Cleanser<>(rules, QualitySubject.LEADS);
    }

    /**
     * Obtains a cleanser of opportunities.
     *
     * @throws FindingsException with everything that is wrong with the rules
     */
    public static Cleanser<Opportunity> opportunities(QualityRules rules) {
        return new Cleanser<>(rules, QualitySubject.OPPORTUNITIES);
    }

    private Repairs repairs(QualitySubject.TextField<T> field) {
        ImmutableSet.Builder<String> placeholders = ImmutableSet.builder();
        ImmutableSet.Builder<String> allowed = ImmutableSet.builder();
        for (QualityRule rule : rules.rules()) {
            if (rule instanceof QualityRule.Complete complete
                    && complete.field().equals(field.name())) {
                complete.placeholders()
                        .forEach(text -> placeholders.add(text.strip().toLowerCase(Locale.ROOT)));
            }
            if (rule instanceof QualityRule.OneOf oneOf && oneOf.field().equals(field.name())) {
                allowed.addAll(oneOf.values());
            }
        }
        return new Repairs(
                field.meaning(),
                field.required(),
                placeholders.build(),
                allowed.build().asList());
    }

    /** Proposes changes of the records; where several have one identifier, it is a finding, and none of them is changed. */
    public ChangeSet<T> propose(Iterable<? extends T> records) {
        ImmutableList<T> all = ImmutableList.copyOf(records);
        Map<String, Integer> ids = new TreeMap<>();
        all.forEach(record -> ids.merge(subject.id().apply(record), 1, Integer::sum));
        ImmutableList.Builder<ProposedChange> changes = ImmutableList.builder();
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        ids.forEach((id, count) -> {
            if (count > 1) {
                findings.add(Finding.warning(
                                "quality.record.duplicate",
                                id,
                                count + " records are called '" + id + "', so none of them is repaired")
                        .maybe("Maybe remove the duplicates first."));
            }
        });
        for (T record : all) {
            String id = subject.id().apply(record);
            if (Integer.valueOf(1).equals(ids.get(id))) {
                propose(id, record, changes);
            }
        }
        return new ChangeSet<>(
                subject,
                new RuleRef(rules.id(), rules.version(), ""),
                changes.build(),
                findings.build(),
                Provenance.builder()
                        .engine(Cleanser.class.getSimpleName())
                        .putInputs("rules", new Provenance.Input(rules.id(), rules.version(), fingerprint))
                        .putInputs(
                                "records",
                                new Provenance.Input(
                                        "records",
                                        Integer.toString(all.size()),
                                        Fingerprint.ofFacts(all.stream()
                                                .map(Object::toString)
                                                .toList())))
                        .build());
    }

    private void propose(String id, T record, ImmutableList.Builder<ProposedChange> changes) {
        for (int i = 0; i < repairs.size(); i++) {
            QualitySubject.TextField<T> field = subject.texts().get(i);
            Optional<String> text = field.get().apply(record);
            if (text.isPresent()) {
                repairs.get(i)
                        .repair(text.get())
                        .ifPresent(repaired -> changes.add(new ProposedChange(
                                id, field.name(), text.get(), repaired.after(), repaired.reasons())));
            }
        }
    }
}
