package io.salesops.core.match;

import static com.google.common.base.Preconditions.checkState;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.immutables.value.Value;

/**
 * A merge as data: nothing changes until {@link MergePlanner#apply} is called, and {@link MergePlanner#undo} restores
 * exactly what was, from the images that the plan keeps. A plan is stored as JSON and read by {@link MergePlanner#read}.
 *
 * <p>Images are personal data. {@link #forget} erases them, and with them the way back. Immutable and thread-safe.
 *
 * @param <T> what is merged
 */
@Document(kind = "merge-plan", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = MergePlan.Builder.class)
public interface MergePlan<T> extends Outcome {

    /** The document kind and its version: {@code salesops/merge-plan/1}. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(MergePlan.class);
    }

    /** The ids of the records that become one; that of the record that stays comes first. */
    ImmutableList<String> members();

    /** Which record each field of the golden record comes from, by id; a field that no record has is left out. */
    ImmutableMap<String, String> provenance();

    /** Every record that the merge touches, as it was: the members, and records that refer to one that goes. */
    ImmutableList<MergeImage> imagesBefore();

    /** Every record that the merge leaves in their place: the golden one, and those that now refer to it. */
    ImmutableList<MergeImage> imagesAfter();

    /** The ids of the records whose images and values were erased, in ascending order. */
    ImmutableList<String> forgotten();

    /** The fields, a step for each, with the value that survived, why, and those that did not. */
    Explanation.Sum fields();

    /** The fields, as {@link #fields()}. */
    @Override
    default Explanation explanation() {
        return fields();
    }

    @Override
    ImmutableList<Finding> findings();

    @Override
    ImmutableList<Omission> omitted();

    @Override
    Provenance computedFrom();

    /**
     * The record that stays, under the id of the cluster's representative.
     *
     * @throws IllegalStateException if it was forgotten
     */
    default T golden() {
        checkState(
                !forgotten().contains(members().get(0)),
                "golden record %s was forgotten. Maybe look into the repository.",
                members().get(0));
        return after().get(0);
    }

    /** The members that go, as they were; none where they were forgotten. */
    default ImmutableList<T> retired() {
        return forgotten().contains(members().get(0))
                ? ImmutableList.of()
                : before().subList(1, members().size());
    }

    /** Every record that the merge touches, as it was: the members, then records that refer to one that goes. */
    default ImmutableList<T> before() {
        return values(imagesBefore());
    }

    /** Every record that the merge leaves in their place: the golden one, then those that now refer to it. */
    default ImmutableList<T> after() {
        return values(imagesAfter());
    }

    /**
     * Returns this plan without what it holds of a record. The members are one thing: where the record is one of them, all
     * of them are forgotten, with every value in the explanation. Which fields came from which record stays, by id, and so
     * does the fingerprint of the members. Applying and undoing are refused from then on.
     *
     * @param id the text of the id; a plan that does not touch the record stays as it is
     */
    default MergePlan<T> forget(String id) {
        boolean isMember = members().contains(id);
        Set<String> gone = new TreeSet<>(forgotten());
        if (isMember) {
            gone.addAll(members());
        } else if (imagesBefore().stream().anyMatch(image -> image.id().equals(id))) {
            gone.add(id);
        } else {
            return this;
        }
        return MergePlan.<T>builder()
                .from(this)
                .imagesBefore(without(imagesBefore(), gone))
                .imagesAfter(without(imagesAfter(), gone))
                .forgotten(gone)
                .fields(isMember ? withoutValues(fields()) : fields())
                .build();
    }

    private static List<MergeImage> without(List<MergeImage> images, Set<String> gone) {
        return images.stream().filter(image -> !gone.contains(image.id())).toList();
    }

    private static Explanation.Sum withoutValues(Explanation.Sum sum) {
        return new Explanation.Sum(
                sum.subject(),
                sum.total(),
                sum.steps().stream().map(MergePlan::withoutValue).collect(ImmutableList.toImmutableList()));
    }

    private static Step withoutValue(Step step) {
        return Step.builder()
                .rule(step.rule())
                .label("{field} of {record}")
                .amount(step.amount())
                .putInputs("field", step.inputs().getOrDefault("field", ""))
                .putInputs("record", step.inputs().getOrDefault("record", ""))
                .build();
    }

    private ImmutableList<T> values(List<MergeImage> images) {
        return images.stream().map(this::value).collect(ImmutableList.toImmutableList());
    }

    @SuppressWarnings("unchecked") // a planner makes plans, and reads them, only with images of its kind of record
    private T value(MergeImage image) {
        return (T) image.match(new MergeImage.Cases<Object>() {
            @Override
            public Object account(Account account) {
                return account;
            }

            @Override
            public Object contact(Contact contact) {
                return contact;
            }

            @Override
            public Object lead(Lead lead) {
                return lead;
            }
        });
    }

    /** Starts a plan. */
    static <T> Builder<T> builder() {
        return new Builder<>();
    }

    /** Builds plans. */
    final class Builder<T> extends ImmutableMergePlan.Builder<T> {
        Builder() {}
    }
}
