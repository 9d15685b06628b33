package io.salesops.core.approval;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSortedSet;
import io.salesops.core.crm.Blanks;
import io.salesops.core.crm.By;
import io.salesops.core.crm.UserId;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/** What is to be approved, who asks for it, and who else has a part in it. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ApprovalRequest.Builder.class)
public interface ApprovalRequest extends WithApprovalRequest {

    /** What is to be approved, in one version: {@code "commission ae-2026 FY2026-M03 2"}; a change needs another request. */
    String subject();

    /** Who asks, and since when. */
    By requested();

    /** Who else made it or gains by it; like the one who asks they have no say. */
    @Value.NaturalOrder
    ImmutableSortedSet<UserId> contributors();

    /** Whether a person has a part in the matter, and so no say. */
    default boolean concerns(UserId person) {
        return requested().who().equals(person) || contributors().contains(person);
    }

    /** Obtains a request of one person alone. */
    static ApprovalRequest of(String subject, By requested) {
        return builder().subject(subject).requested(requested).build();
    }

    /** Starts a request. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the subject. */
    @Value.Check
    default void check() {
        checkArgument(!Blanks.isBlank(subject()), "subject of an approval request must not be blank: '%s'", subject());
    }

    /** Builds requests. */
    final class Builder extends ImmutableApprovalRequest.Builder {
        Builder() {}
    }
}
