package io.salesops.core.match;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.Lists;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Lead;
import io.salesops.core.explain.Fingerprint;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.json.SalesOpsJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Turns clusters into merge plans: chooses the value of each field by a survivorship, and lets references follow. Plans are
 * applied and undone on the records that a caller holds.
 *
 * <p>The result does not depend on the order of the records or of the clusters. Time is linear in the records and in the
 * members of the clusters, beyond sorting by id. Immutable and thread-safe.
 *
 * @param <T> what is merged
 */
public final class MergePlanner<T> {
    private final Survivorship survivorship;
    private final Provenance.Input survivorshipInput;
    private final MergeShape<T> shape;

    private MergePlanner(Survivorship survivorship, MergeShape<T> shape) {
        ImmutableList<Finding> findings = check(survivorship, shape);
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
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
        return new MergePlanner<>(survivorship, new AccountMergeShape());
    }

    /**
     * Obtains the planner for contacts. The postal address survives as a whole; when a contact was changed is the custom
     * field that the survivorship names.
     *
     * @throws FindingsException if the survivorship names a field that contacts do not have, or another schema
     */
    public static MergePlanner<Contact> contacts(Survivorship survivorship) {
        return new MergePlanner<>(survivorship, new ContactMergeShape());
    }

    /**
     * Obtains the planner for leads. The postal address survives as a whole; a lead was changed when the custom field of the
     * survivorship says so, otherwise when it came in, and is from that custom field's source, otherwise its own.
     *
     * @throws FindingsException if the survivorship names a field that leads do not have, or another schema
     */
    public static MergePlanner<Lead> leads(Survivorship survivorship) {
        return new MergePlanner<>(survivorship, new LeadMergeShape());
    }

    /** Returns what is wrong with a survivorship for accounts; never throws. */
    public static ImmutableList<Finding> check(Survivorship survivorship) {
        return check(survivorship, new AccountMergeShape());
    }

    /** Returns what is wrong with a survivorship for contacts; never throws. */
    public static ImmutableList<Finding> checkContacts(Survivorship survivorship) {
        return check(survivorship, new ContactMergeShape());
    }

    /** Returns what is wrong with a survivorship for leads; never throws. */
    public static ImmutableList<Finding> checkLeads(Survivorship survivorship) {
        return check(survivorship, new LeadMergeShape());
    }

    private static ImmutableList<Finding> check(Survivorship survivorship, MergeShape<?> shape) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        if (!survivorship.schema().equals(DocumentSchema.of(Survivorship.class))) {
            findings.add(
                    Finding.error("merge.survivorship.schema", "/schema", "schema is '" + survivorship.schema() + "'")
                            .maybe("Maybe it should read " + DocumentSchema.of(Survivorship.class) + "."));
        }
        List<String> known = shape.fields().stream().map(MergeField::name).toList();
        for (String field : survivorship.fields().keySet()) {
            if (!known.contains(field) && !field.startsWith(CustomFields.PREFIX)) {
                findings.add(Finding.error(
                                "merge.field.unknown",
                                "/fields/" + field,
                                shape.plural() + " have no field '" + field + "'")
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
     * @throws FindingsException if a member is not among the records, or a record is there twice
     */
    public MergePlan<T> plan(Cluster<?> cluster, Iterable<T> records) {
        return planAll(List.of(cluster), records).get(0);
    }

    /**
     * Plans the merges of many clusters in one pass, ordered by representative: each plan knows the records as the ones
     * before it leave them, as if they were planned and applied one at a time.
     *
     * @param clusters the records to merge; no record is in two
     * @param records the members, and all that may refer to them
     * @throws FindingsException naming every member that is not among the records or in two clusters, and every record that
     *     is there twice
     */
    public ImmutableList<MergePlan<T>> planAll(Iterable<? extends Cluster<?>> clusters, Iterable<T> records) {
        MergeTable<T> table = new MergeTable<>(shape, records);
        List<Cluster<?>> ordered = new ArrayList<>();
        clusters.forEach(ordered::add);
        ordered.sort(Comparator.comparing(cluster -> cluster.representative().toString()));
        refuse(unfit(ordered, table));
        ImmutableList.Builder<MergePlan<T>> plans = ImmutableList.builder();
        for (Cluster<?> cluster : ordered) {
            MergePlan<T> plan = plan(cluster, table);
            table.replace(plan.before(), plan.after(), "merge.apply.changed");
            plans.add(plan);
        }
        return plans.build();
    }

    private List<Finding> unfit(List<Cluster<?>> clusters, MergeTable<T> table) {
        List<Finding> findings = new ArrayList<>(table.findings());
        Set<String> seen = new HashSet<>();
        for (Cluster<?> cluster : clusters) {
            for (String id : ids(cluster)) {
                if (!seen.add(id)) {
                    findings.add(Finding.error("merge.member.twice", id, id + " is in two clusters")
                            .maybe("Maybe the clusters are of two runs."));
                } else if (table.get(id) == null) {
                    findings.add(Finding.error("merge.member.missing", id, id + " is not among the records"));
                }
            }
        }
        return findings;
    }

    /** The representative, then the others, ascending. */
    private static List<String> ids(Cluster<?> cluster) {
        String first = cluster.representative().toString();
        List<String> ids = new ArrayList<>();
        ids.add(first);
        cluster.members().stream()
                .map(Object::toString)
                .filter(id -> !id.equals(first))
                .sorted()
                .forEach(ids::add);
        return ids;
    }

    private MergePlan<T> plan(Cluster<?> cluster, MergeTable<T> table) {
        List<String> ids = ids(cluster);
        List<T> members = new ArrayList<>();
        for (String id : ids) {
            T member = table.get(id);
            if (member != null) {
                members.add(member);
            }
        }
        GoldenRecord<T> golden = new GoldenRecord<>(survivorship, shape, members);
        Set<String> retired = new TreeSet<>(ids.subList(1, ids.size()));
        MergePlan.Builder<T> plan = MergePlan.<T>builder().members(ids).addImagesAfter(shape.image(golden.value()));
        members.forEach(member -> plan.addImagesBefore(shape.image(member)));
        Set<String> own = new HashSet<>(ids);
        for (T other : table.referringTo(retired)) {
            if (!own.contains(shape.id(other).toString())) {
                shape.redirected(other, retired, golden.value())
                        .ifPresent(changed ->
                                plan.addImagesBefore(shape.image(other)).addImagesAfter(shape.image(changed)));
            }
        }
        return plan.provenance(golden.origin())
                .fields(golden.explanation())
                .computedFrom(provenance(ids.get(0), members))
                .build();
    }

    private Provenance provenance(String representative, List<T> members) {
        Fingerprint facts =
                Fingerprint.ofFacts(members.stream().map(SalesOpsJson::write).toList());
        return Provenance.builder()
                .engine("MergePlanner")
                .putInputs("survivorship", survivorshipInput)
                .putInputs("members", new Provenance.Input(representative, Integer.toString(members.size()), facts))
                .build();
    }

    /**
     * Returns the records with a plan carried out, ordered by id.
     *
     * @throws FindingsException if a record that the plan touches has changed since it was planned, or was forgotten
     */
    public ImmutableList<T> apply(MergePlan<T> plan, Iterable<T> records) {
        return applyAll(List.of(plan), records);
    }

    /**
     * Returns the records with plans carried out, in the order given, ordered by id.
     *
     * @throws FindingsException naming every record that is not as its plan knows it, or was forgotten
     */
    public ImmutableList<T> applyAll(Iterable<MergePlan<T>> plans, Iterable<T> records) {
        MergeTable<T> table = new MergeTable<>(shape, records);
        List<Finding> findings = new ArrayList<>();
        for (MergePlan<T> plan : plans) {
            List<Finding> unfit = unfit(plan, "merge.apply.forgotten");
            findings.addAll(unfit);
            if (unfit.isEmpty()) {
                table.replace(plan.before(), plan.after(), "merge.apply.changed");
            }
        }
        return result(table, findings);
    }

    /**
     * Returns the records as they were before a plan was carried out, ordered by id.
     *
     * @throws FindingsException if a record that the plan left has changed since, or was forgotten
     */
    public ImmutableList<T> undo(MergePlan<T> plan, Iterable<T> records) {
        return undoAll(List.of(plan), records);
    }

    /**
     * Returns the records as they were before plans were carried out, ordered by id. The plan that was carried out last is
     * undone first.
     *
     * @param plans in the order in which they were carried out
     * @throws FindingsException naming every record that is not as its plan left it, or was forgotten
     */
    public ImmutableList<T> undoAll(Iterable<MergePlan<T>> plans, Iterable<T> records) {
        MergeTable<T> table = new MergeTable<>(shape, records);
        List<Finding> findings = new ArrayList<>();
        for (MergePlan<T> plan : Lists.reverse(ImmutableList.copyOf(plans))) {
            List<Finding> unfit = unfit(plan, "merge.undo.forgotten");
            findings.addAll(unfit);
            if (unfit.isEmpty()) {
                table.replace(plan.after(), plan.before(), "merge.undo.changed");
            }
        }
        return result(table, findings);
    }

    private ImmutableList<T> result(MergeTable<T> table, List<Finding> findings) {
        findings.addAll(table.findings());
        refuse(findings);
        return ImmutableList.copyOf(table.records());
    }

    private static void refuse(List<Finding> findings) {
        if (!findings.isEmpty()) {
            throw new FindingsException(findings);
        }
    }

    private List<Finding> unfit(MergePlan<T> plan, String forgottenCode) {
        List<Finding> findings = new ArrayList<>(check(plan));
        plan.forgotten()
                .forEach(id -> findings.add(
                        Finding.error(forgottenCode, id, "what the plan held of " + id + " was forgotten")));
        return findings;
    }

    /**
     * Returns what is wrong with a plan, such as one that was edited: another schema, images of another kind of record, and
     * members without images that were not forgotten. Never throws.
     */
    public ImmutableList<Finding> check(MergePlan<?> plan) {
        ImmutableList.Builder<Finding> findings = ImmutableList.builder();
        if (!plan.schema().equals(DocumentSchema.of(MergePlan.class))) {
            findings.add(Finding.error("merge.plan.schema", "/schema", "schema is '" + plan.schema() + "'")
                    .maybe("Maybe it should read " + DocumentSchema.of(MergePlan.class) + "."));
        }
        kinds(plan.imagesBefore(), "/imagesBefore/", findings);
        kinds(plan.imagesAfter(), "/imagesAfter/", findings);
        List<String> expected = plan.members().stream()
                .filter(id -> !plan.forgotten().contains(id))
                .toList();
        List<String> before = plan.imagesBefore().stream().map(MergeImage::id).toList();
        List<String> after = plan.imagesAfter().stream().map(MergeImage::id).toList();
        if (plan.members().isEmpty()) {
            findings.add(Finding.error("merge.plan.members", "/members", "the plan merges nothing"));
        } else if (!before.stream().limit(expected.size()).toList().equals(expected)
                || (!expected.isEmpty() && !after.stream().limit(1).toList().equals(expected.subList(0, 1)))) {
            findings.add(Finding.error(
                            "merge.plan.image", "/imagesBefore", "the images do not begin with those of the members")
                    .maybe("Maybe the plan was edited; plan again."));
        }
        return findings.build();
    }

    private void kinds(List<MergeImage> images, String path, ImmutableList.Builder<Finding> findings) {
        for (int i = 0; i < images.size(); i++) {
            if (shape.value(images.get(i)).isEmpty()) {
                findings.add(Finding.error(
                        "merge.plan.kind", path + i, images.get(i).id() + " is not one of the " + shape.plural()));
            }
        }
    }

    /** Reads a plan of this kind of record from JSON; refuses what {@link #check(MergePlan)} finds. */
    @SuppressWarnings("unchecked") // the check has held every image against the kind of record
    public Checked<MergePlan<T>> read(String json) {
        Checked<?> read = SalesOpsJson.read(json, MergePlan.class);
        Optional<?> value = read.value();
        if (value.isEmpty()) {
            return Checked.refused(read.findings());
        }
        MergePlan<?> plan = (MergePlan<?>) value.get();
        ImmutableList<Finding> findings = check(plan);
        return findings.isEmpty() ? Checked.of((MergePlan<T>) plan, read.findings()) : Checked.refused(findings);
    }

    /**
     * Returns plans without what they hold of a person. Whoever was merged with the person, before or after, is the same
     * person and is forgotten as well; what becomes of the records themselves is the repository's matter.
     *
     * @param id the text of the id of any of the person's records
     */
    public ImmutableList<MergePlan<T>> forget(Iterable<MergePlan<T>> plans, String id) {
        Map<String, List<MergePlan<T>>> byMember = new HashMap<>();
        plans.forEach(plan -> plan.members()
                .forEach(member -> byMember.computeIfAbsent(member, first -> new ArrayList<>())
                        .add(plan)));
        Set<String> person = new TreeSet<>();
        List<String> open = new ArrayList<>(List.of(id));
        while (!open.isEmpty()) {
            String next = open.remove(open.size() - 1);
            if (person.add(next)) {
                byMember.getOrDefault(next, List.of()).forEach(plan -> open.addAll(plan.members()));
            }
        }
        ImmutableList.Builder<MergePlan<T>> forgotten = ImmutableList.builder();
        for (MergePlan<T> plan : plans) {
            MergePlan<T> left = plan;
            for (String gone : person) {
                left = left.forget(gone);
            }
            forgotten.add(left);
        }
        return forgotten.build();
    }
}
