package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.json.SalesOpsJson;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Turns a cluster into a merge plan: chooses the value of each field by a survivorship, and lets references follow.
 *
 * <p>The result does not depend on the order of the records. Time is linear in the records. Immutable and thread-safe.
 *
 * @param <T> what is merged
 */
public final class MergePlanner<T> {
    private static final String UNIT = "fields";

    private final Survivorship survivorship;
    private final Provenance.Input survivorshipInput;
    private final MergeShape<T> shape;

    private MergePlanner(Survivorship survivorship, MergeShape<T> shape) {
        this.survivorship = survivorship;
        this.survivorshipInput = new Provenance.Input(
                survivorship.id(), survivorship.version(), Fingerprint.ofText(SalesOpsJson.write(survivorship)));
        this.shape = shape;
    }

    /**
     * Obtains the planner for accounts. The postal address survives as a whole; accounts whose parent goes are redirected
     * to the one that stays.
     *
     * @throws FindingsException if the survivorship names a field that accounts do not have, or another schema
     */
    public static MergePlanner<Account> accounts(Survivorship survivorship) {
        ImmutableList<Finding> findings = check(survivorship);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return new MergePlanner<>(survivorship, new AccountMergeShape());
    }

    /** Returns what is wrong with a survivorship for accounts; never throws. */
    public static ImmutableList<Finding> check(Survivorship survivorship) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        if (!survivorship.schema().equals(DocumentSchema.of(Survivorship.class))) {
            findings.add(
                    Finding.error("merge.survivorship.schema", "/schema", "schema is '" + survivorship.schema() + "'")
                            .maybe("Maybe it should read " + DocumentSchema.of(Survivorship.class) + "."));
        }
        List<String> known =
                MergeField.accounts(ImmutableList.of()).map(MergeField::name).toList();
        for (String field : survivorship.fields().keySet()) {
            if (!known.contains(field) && !field.startsWith(CustomFields.PREFIX)) {
                findings.add(Finding.error(
                                "merge.field.unknown", "/fields/" + field, "accounts have no field '" + field + "'")
                        .maybe("Maybe custom." + field + ", or one of " + known + "."));
            }
        }
        return findings.build();
    }

    /**
     * Plans the merge of a cluster.
     *
     * @param cluster the records to merge
     * @param records the members, and all that may refer to them; others do not matter
     * @throws FindingsException if a member is not among the records
     */
    public MergePlan<T> plan(Cluster<?> cluster, Iterable<T> records) {
        return new Run(cluster, records).plan();
    }

    /**
     * Returns the records with a plan carried out, ordered by id.
     *
     * @throws FindingsException if a record that the plan touches has changed since it was planned
     */
    public ImmutableList<T> apply(MergePlan<T> plan, Iterable<T> records) {
        return replace(records, plan.before(), plan.after(), "merge.apply.changed");
    }

    /**
     * Returns the records as they were before a plan was carried out, ordered by id.
     *
     * @throws FindingsException if a record that the plan left has changed since
     */
    public ImmutableList<T> undo(MergePlan<T> plan, Iterable<T> records) {
        return replace(records, plan.after(), plan.before(), "merge.undo.changed");
    }

    private ImmutableList<T> replace(Iterable<T> records, List<T> remove, List<T> add, String code) {
        Map<String, T> byId = new TreeMap<>();
        records.forEach(value -> byId.put(shape.id(value).toString(), value));
        ImmutableList.Builder<Finding> changed = ImmutableList.builder();
        for (T value : remove) {
            String id = shape.id(value).toString();
            if (!value.equals(byId.remove(id))) {
                changed.add(Finding.error(code, id, id + " is not what the plan knows")
                        .maybe("Maybe plan again."));
            }
        }
        for (T value : add) {
            String id = shape.id(value).toString();
            if (byId.put(id, value) != null) {
                changed.add(Finding.error(code, id, id + " exists again").maybe("Maybe plan again."));
            }
        }
        ImmutableList<Finding> findings = changed.build();
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
        return ImmutableList.copyOf(byId.values());
    }

    private final class Run {
        private final Cluster<?> cluster;
        private final List<T> members = new ArrayList<>();
        private final List<T> others = new ArrayList<>();
        private final ImmutableMap.Builder<String, String> origin = ImmutableMap.builder();
        private final ImmutableList.Builder<Step> steps = ImmutableList.builder();
        private int survived;

        Run(Cluster<?> cluster, Iterable<T> records) {
            this.cluster = cluster;
            Set<Object> wanted = new HashSet<>(cluster.members());
            for (T value : records) {
                if (wanted.remove(shape.id(value))) {
                    members.add(value);
                } else if (!cluster.members().contains(shape.id(value))) {
                    others.add(value);
                }
            }
            if (!wanted.isEmpty()) {
                throw new FindingsException(wanted.stream()
                        .map(Object::toString)
                        .sorted()
                        .map(id -> Finding.error("merge.member.missing", id, id + " is not among the records"))
                        .toList());
            }
            // The representative first, then by id: ties go to the first.
            members.sort(Comparator.<T, Boolean>comparing(value -> !isRepresentative(value))
                    .thenComparing(value -> shape.id(value).toString()));
        }

        private boolean isRepresentative(T value) {
            return shape.id(value).equals(cluster.representative());
        }

        MergePlan<T> plan() {
            T golden = members.get(0);
            List<MergeField<T>> fields = shape.fields(members).toList();
            Map<T, Long> filled = new HashMap<>();
            for (T member : members) {
                filled.put(
                        member,
                        fields.stream()
                                .filter(field -> field.value().apply(member).isPresent())
                                .count());
            }
            for (MergeField<T> field : fields) {
                T winner = winner(field, filled);
                golden = field.copy().apply(golden, winner);
                explain(field, winner);
            }
            golden = shape.complete(golden, members);
            List<T> retired = members.subList(1, members.size());
            Set<Object> gone = new HashSet<>(cluster.members());
            gone.remove(cluster.representative());
            MergePlan.Builder<T> plan = MergePlan.<T>builder()
                    .golden(golden)
                    .retired(retired)
                    .addAllBefore(members)
                    .addAfter(golden);
            others.sort(Comparator.comparing(value -> shape.id(value).toString()));
            for (T other : others) {
                Optional<T> redirected = shape.redirected(other, gone, golden);
                redirected.ifPresent(changed -> plan.addBefore(other).addAfter(changed));
            }
            return plan.provenance(origin.buildOrThrow())
                    .explanation(new Explanation.Sum(
                            "merged from " + members.size() + " records into " + cluster.representative(),
                            Quantity.of(survived, UNIT),
                            steps.build()))
                    .computedFrom(provenance())
                    .build();
        }

        /** The first member that has the field and the highest rank under its rule. */
        private T winner(MergeField<T> field, Map<T, Long> filled) {
            Survivor rule = survivorship.of(field.name());
            T best = members.get(0);
            if (rule == Survivor.NEVER_OVERWRITE) {
                return best;
            }
            ToLongFunction<T> rank = rank(field, rule, filled);
            for (T member : members) {
                boolean has = field.value().apply(member).isPresent();
                boolean bestHas = field.value().apply(best).isPresent();
                if (has && (!bestHas || rank.applyAsLong(member) > rank.applyAsLong(best))) {
                    best = member;
                }
            }
            return best;
        }

        private ToLongFunction<T> rank(MergeField<T> field, Survivor rule, Map<T, Long> filled) {
            return switch (rule) {
                case NEVER_OVERWRITE -> member -> 0;
                case MOST_RECENT ->
                    member ->
                            shape.modifiedAt(member).map(Instant::toEpochMilli).orElse(Long.MIN_VALUE);
                case MOST_COMPLETE -> member -> filled.getOrDefault(member, 0L);
                case SOURCE_PRIORITY -> this::sourceRank;
                case LONGEST ->
                    member -> field.value()
                            .apply(member)
                            .map(value -> (long) value.toString().length())
                            .orElse(-1L);
                case MAJORITY ->
                    member -> members.stream()
                            .filter(other -> field.value()
                                    .apply(other)
                                    .equals(field.value().apply(member)))
                            .count();
            };
        }

        private long sourceRank(T member) {
            int place = shape.source(member, survivorship.sourceField())
                    .map(survivorship.sources()::indexOf)
                    .orElse(-1);
            return place < 0 ? Long.MIN_VALUE : -place;
        }

        private void explain(MergeField<T> field, T winner) {
            Optional<?> value = field.value().apply(winner);
            if (value.isEmpty()) {
                return;
            }
            String id = shape.id(winner).toString();
            origin.put(field.name(), id);
            survived++;
            boolean named = survivorship.fields().containsKey(field.name());
            steps.add(Step.builder()
                    .rule(new RuleRef(
                            survivorship.id(),
                            survivorship.version(),
                            named ? "/fields/" + field.name() : "/otherwise"))
                    .label("{field} of {record}: {value}")
                    .amount(Quantity.of(1, UNIT))
                    .putInputs("field", field.name())
                    .putInputs("record", id)
                    .putInputs("value", value.get().toString())
                    .build());
        }

        private Provenance provenance() {
            Fingerprint facts = Fingerprint.ofFacts(
                    members.stream().map(SalesOpsJson::write).toList());
            return Provenance.builder()
                    .engine("MergePlanner")
                    .putInputs("survivorship", survivorshipInput)
                    .putInputs(
                            "members",
                            new Provenance.Input(
                                    cluster.representative().toString(), Integer.toString(members.size()), facts))
                    .build();
        }
    }
}
