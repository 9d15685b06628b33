package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimaps;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Changes that were proposed, with the reason of each; nothing changes until {@link #apply} is called.
 *
 * <p>A change acts on a record whose field still has the text it was proposed for, and on no other: applying twice is
 * applying once, and undoing what was applied to the records of the proposal gives those records back. Immutable and
 * thread-safe.
 *
 * @param <T> the kind of record
 */
public final class ChangeSet<T> implements Outcome {
    private final QualitySubject<T> subject;
    private final RuleRef rules;
    private final ImmutableList<ProposedChange> changes;
    private final ImmutableList<Finding> findings;
    private final Provenance computedFrom;
    private final ImmutableMap<String, QualitySubject.TextField<T>> fields;
    private final ImmutableListMultimap<String, ProposedChange> byRecord;

    ChangeSet(
            QualitySubject<T> subject,
            ImmutableMap<String, QualitySubject.TextField<T>> fields,
            RuleRef rules,
            ImmutableList<ProposedChange> changes,
            ImmutableList<Finding> findings,
            Provenance computedFrom) {
        this.subject = subject;
        this.rules = rules;
        this.changes = changes;
        this.findings = findings;
        this.computedFrom = computedFrom;
        this.fields = fields;
        this.byRecord = Multimaps.index(changes, ProposedChange::record);
    }

    /** The changes, in the order of the records. */
    public ImmutableList<ProposedChange> changes() {
        return changes;
    }

    /** Returns the changes that a person or a policy accepts. */
    public ChangeSet<T> only(Predicate<? super ProposedChange> accepted) {
        return new ChangeSet<>(
                subject,
                fields,
                rules,
                changes.stream().filter(accepted).collect(ImmutableList.toImmutableList()),
                findings,
                computedFrom);
    }

    /** Returns the records with the changes, in their order; records without any are the same objects. */
    public ImmutableList<T> apply(Iterable<? extends T> records) {
        return replaced(records, change -> Optional.of(change.before()), ProposedChange::after);
    }

    /** Returns the records as they were before {@link #apply}. */
    public ImmutableList<T> undo(Iterable<? extends T> records) {
        return replaced(records, ProposedChange::after, change -> Optional.of(change.before()));
    }

    private interface Side {
        Optional<String> of(ProposedChange change);
    }

    private ImmutableList<T> replaced(Iterable<? extends T> records, Side from, Side to) {
        ImmutableList.Builder<T> all = ImmutableList.builder();
        for (T record : records) {
            T current = record;
            for (ProposedChange change : byRecord.get(subject.id().apply(record))) {
                QualitySubject.TextField<T> field = field(change);
                if (field.get().apply(current).equals(from.of(change))) {
                    current = field.set().apply(current, to.of(change));
                }
            }
            all.add(current);
        }
        return all.build();
    }

    private QualitySubject.TextField<T> field(ProposedChange change) {
        QualitySubject.TextField<T> field = fields.get(change.field());
        if (field == null) {
            throw new IllegalStateException("changes are proposed for known fields only: " + change);
        }
        return field;
    }

    /** Says which changes would not act on the records: the record is not there, or its field has another text by now. */
    public ImmutableList<Finding> stale(Iterable<? extends T> records) {
        ImmutableList.Builder<Finding> stale = ImmutableList.builder();
        Set<String> there = new HashSet<>();
        for (T record : records) {
            String id = subject.id().apply(record);
            there.add(id);
            for (ProposedChange change : byRecord.get(id)) {
                Optional<String> text = field(change).get().apply(record);
                if (!text.equals(Optional.of(change.before())) && !text.equals(change.after())) {
                    stale.add(Finding.warning(
                            "quality.change.stale",
                            change.record() + "/" + change.field(),
                            "the text is " + text.map(now -> "'" + now + "'").orElse("missing") + " by now, not '"
                                    + change.before() + "'"));
                }
            }
        }
        changes.stream()
                .filter(change -> !there.contains(change.record()))
                .map(change -> Finding.warning(
                        "quality.change.stale",
                        change.record() + "/" + change.field(),
                        "there is no record '" + change.record() + "'"))
                .forEach(stale::add);
        return stale.build();
    }

    /** The changes, as the sum over the fields. */
    @Override
    public Explanation explanation() {
        Map<String, Long> byField = new TreeMap<>();
        changes.forEach(change -> byField.merge(change.field(), 1L, Long::sum));
        return new Explanation.Sum(
                "proposed",
                Quantity.of(changes.size(), "changes"),
                byField.entrySet().stream()
                        .map(field -> Step.of(rules, field.getKey(), Quantity.of(field.getValue(), "changes")))
                        .collect(ImmutableList.toImmutableList()));
    }

    @Override
    public Provenance computedFrom() {
        return computedFrom;
    }

    /** Records for which nothing could be proposed, because their identifier is not theirs alone. */
    @Override
    public ImmutableList<Finding> findings() {
        return findings;
    }

    @Override
    public ImmutableList<Omission> omitted() {
        return findings.isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(Omission.of(
                        "identifier of several records",
                        findings.stream().map(Finding::path).toList(),
                        20));
    }
}
