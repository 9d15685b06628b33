package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.PhoneNumbers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Proposes repairs of records; nothing changes until told.
 *
 * <p>Repaired are blanks around and between words, countries (to ISO 3166 alpha-2), the domain of e-mail addresses (to
 * lower case), websites (to their domain), placeholders of complete rules (cleared), and values that a oneOf rule does not
 * list, where exactly one listed value is nearest within two edits; phone numbers, currencies and the writing of a
 * normaliser where they are asked for. Every change names its fixes and its reasons. What came out of a repair needs no other. Cost is linear
 * in the records. Immutable and thread-safe.
 *
 * @param <T> the kind of record
 */
public final class Cleanser<T> {
    private final QualityRules rules;
    private final QualitySubject<T> subject;
    private final Fingerprint fingerprint;
    private final ImmutableMap<String, Normalizer> normalizers;
    private final ImmutableSet<String> currencies;
    private final Optional<PhoneNumbers> phones;
    private final ImmutableMap<String, QualitySubject.TextField<T>> fields;
    private final ImmutableMap<String, Repairs> repairs;

    private Cleanser(QualityRules rules, QualitySubject<T> subject) {
        this(
                rules,
                subject,
                Fingerprint.ofText(SalesOpsJson.write(rules)),
                ImmutableMap.of(),
                ImmutableSet.of(),
                Optional.empty());
        ImmutableList<Finding> findings = RulesCheck.of(rules, subject);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    private Cleanser(
            QualityRules rules,
            QualitySubject<T> subject,
            Fingerprint fingerprint,
            ImmutableMap<String, Normalizer> normalizers,
            ImmutableSet<String> currencies,
            Optional<PhoneNumbers> phones) {
        this.rules = rules;
        this.subject = subject;
        this.fingerprint = fingerprint;
        this.normalizers = normalizers;
        this.currencies = currencies;
        this.phones = phones;
        this.fields = fields();
        this.repairs = ImmutableMap.copyOf(Maps.transformValues(fields, this::repairs));
    }

    /** The texts of the kind, and those of the CRM's own that a rule or a fix names. */
    private ImmutableMap<String, QualitySubject.TextField<T>> fields() {
        Map<String, QualitySubject.TextField<T>> all = new LinkedHashMap<>();
        subject.texts().forEach(field -> all.put(field.name(), field));
        Stream.of(
                        rules.rules().stream()
                                .filter(rule ->
                                        rule instanceof QualityRule.OneOf || rule instanceof QualityRule.Complete)
                                .flatMap(rule -> RuleFields.of(rule).stream()),
                        normalizers.keySet().stream(),
                        currencies.stream())
                .flatMap(names -> names)
                .filter(name -> name.startsWith(CustomFields.PREFIX))
                .forEach(name -> all.putIfAbsent(
                        name,
                        subject.customText(
                                name,
                                currencies.contains(name)
                                        ? QualitySubject.Meaning.CURRENCY
                                        : QualitySubject.Meaning.PLAIN)));
        return ImmutableMap.copyOf(all);
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

    /**
     * Returns a cleanser that also writes phone numbers as E.164; the country of a record is that from which its number is
     * dialled. Texts that are no number that can exist stay.
     */
    public Cleanser<T> withPhones(PhoneNumbers numbers) {
        return new Cleanser<>(rules, subject, fingerprint, normalizers, currencies, Optional.of(numbers));
    }

    /**
     * Returns a cleanser that writes a field as a normaliser does, where anything is left of it; the fix has the name of the
     * normaliser.
     *
     * @throws IllegalArgumentException if the field is no text of the kind, and none of the CRM's own
     */
    public Cleanser<T> normalizing(String field, Normalizer normalizer) {
        checkText(field);
        return new Cleanser<>(
                rules,
                subject,
                fingerprint,
                ImmutableMap.<String, Normalizer>builder()
                        .putAll(normalizers)
                        .put(field, normalizer)
                        .buildKeepingLast(),
                currencies,
                phones);
    }

    /**
     * Returns a cleanser that reads a text among the fields of the CRM's own as a currency and writes its ISO 4217 code.
     *
     * @throws IllegalArgumentException if the field is none of the CRM's own
     */
    public Cleanser<T> currencies(String field) {
        checkArgument(
                field.startsWith(CustomFields.PREFIX) && field.length() > CustomFields.PREFIX.length(),
                "currencies are texts among the fields of the CRM's own, not '%s'. Maybe it is %s%s.",
                field,
                CustomFields.PREFIX,
                field);
        return new Cleanser<>(
                rules,
                subject,
                fingerprint,
                normalizers,
                ImmutableSet.<String>builder().addAll(currencies).add(field).build(),
                phones);
    }

    private void checkText(String field) {
        boolean custom = field.startsWith(CustomFields.PREFIX) && field.length() > CustomFields.PREFIX.length();
        checkArgument(
                custom || fields.containsKey(field),
                "'%s' is no text that can be repaired. Maybe one of %s.",
                field,
                fields.keySet());
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
                allowed.build().asList(),
                Optional.ofNullable(normalizers.get(field.name())),
                phones);
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
                fields,
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
        Optional<String> region = Optional.ofNullable(fields.get("country"))
                .flatMap(field -> field.get().apply(record))
                .flatMap(CountryNames::code);
        fields.forEach((name, field) -> {
            Optional<String> text = field.get().apply(record);
            Repairs repair = repairs.get(name);
            if (text.isPresent() && repair != null) {
                repair.repair(text.get(), region)
                        .ifPresent(repaired -> changes.add(new ProposedChange(
                                id, name, text.get(), repaired.after(), repaired.fixes(), repaired.reasons())));
            }
        });
    }
}
