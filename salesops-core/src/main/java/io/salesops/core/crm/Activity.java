package io.salesops.core.crm;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** A call, meeting, message or task. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Activity.Builder.class)
public interface Activity extends WithActivity {

    /** The identity. */
    Field<Activity, ActivityId> ID =
            Field.of(Activity.class, "id", ActivityId.class, activity -> Optional.of(activity.id()));

    /** The kind. */
    Field<Activity, String> KIND =
            Field.of(Activity.class, "kind", String.class, activity -> Optional.of(activity.kind()));

    /** When it took place. */
    Field<Activity, Instant> AT = Field.of(Activity.class, "at", Instant.class, activity -> Optional.of(activity.at()));

    /** Who did it. */
    Field<Activity, RepId> OWNER = Field.of(Activity.class, "owner", RepId.class, Activity::owner);

    /** The account it concerns. */
    Field<Activity, AccountId> ACCOUNT = Field.of(Activity.class, "account", AccountId.class, Activity::account);

    /** The contact it concerns. */
    Field<Activity, ContactId> CONTACT = Field.of(Activity.class, "contact", ContactId.class, Activity::contact);

    /** The opportunity it concerns. */
    Field<Activity, OpportunityId> OPPORTUNITY =
            Field.of(Activity.class, "opportunity", OpportunityId.class, Activity::opportunity);

    /** The lead it concerns. */
    Field<Activity, LeadId> LEAD = Field.of(Activity.class, "lead", LeadId.class, Activity::lead);

    /** The activity's identity. */
    ActivityId id();

    /** The kind, for example {@code "call"}. */
    String kind();

    /** When it took place. */
    Instant at();

    /** Who did it. */
    Optional<RepId> owner();

    /** The account it concerns. */
    Optional<AccountId> account();

    /** The contact it concerns. */
    Optional<ContactId> contact();

    /** The opportunity it concerns. */
    Optional<OpportunityId> opportunity();

    /** The lead it concerns. */
    Optional<LeadId> lead();

    /** The fields that conditions on activities may name. */
    static Fields<Activity> fields() {
        return Fields.of(Activity.class, List.of(ID, KIND, AT, OWNER, ACCOUNT, CONTACT, OPPORTUNITY, LEAD));
    }

    /** Starts an activity. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds activities. */
    final class Builder extends ImmutableActivity.Builder {
        Builder() {}
    }
}
