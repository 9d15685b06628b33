package io.salesops.core.approval;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.crm.Blanks;
import io.salesops.core.crm.UserId;
import io.salesops.core.style.SalesOpsStyle;
import java.util.ArrayList;
import java.util.List;
import org.immutables.value.Value;

/** Who may approve, and how many of them it takes. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ApprovalRule.Builder.class)
public interface ApprovalRule extends WithApprovalRule {

    /** What explanations call the rule. */
    String id();

    /** Which version of the rule this is; a change makes a new one. */
    String version();

    /** Who may decide; empty means everybody who has no part in what is decided. */
    @Value.NaturalOrder
    ImmutableSortedSet<UserId> approvers();

    /** How many people must approve; one unless stated. */
    @Value.Default
    default int needed() {
        return 1;
    }

    /** Whether an approver may be represented; yes unless stated. */
    @Value.Default
    default boolean delegable() {
        return true;
    }

    /** Whether the rule lets a person decide on his own authority; it says nothing of his part in the matter. */
    default boolean allows(UserId person) {
        return approvers().isEmpty() || approvers().contains(person);
    }

    /** Starts a rule. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the names, and that so many approvers can be had; all at once. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        if (Blanks.isBlank(id())) {
            faults.add("id of an approval rule must not be blank: '" + id() + "'");
        }
        if (Blanks.isBlank(version())) {
            faults.add("version of approval rule " + id() + " must not be blank: '" + version() + "'");
        }
        if (needed() < 1) {
            faults.add("approval rule " + id() + " must need at least one approval: " + needed());
        }
        if (!approvers().isEmpty() && approvers().size() < needed()) {
            faults.add("approval rule " + id() + " needs " + needed() + " approvals, but names "
                    + approvers().size() + " approvers: " + approvers()
                    + ". Maybe name more of them, or none for everybody");
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds rules. */
    final class Builder extends ImmutableApprovalRule.Builder {
        Builder() {}
    }
}
