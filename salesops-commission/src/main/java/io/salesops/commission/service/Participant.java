package io.salesops.commission.service;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.commission.calc.PayeeYear;
import io.salesops.commission.ledger.ReleaseDates;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.style.SalesOpsStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A payee who is paid by a plan, with the facts of which a run calculates. Who leaves a plan stays with what he was
 * credited, so that it can still be corrected. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Participant.Builder.class)
public interface Participant extends WithParticipant {

    /** The plan. */
    Field<Participant, PlanId> PLAN =
            Field.of(Participant.class, "plan", PlanId.class, participant -> Optional.of(participant.plan()));

    /** Who is paid. */
    Field<Participant, PayeeId> PAYEE = Field.of(
            Participant.class,
            "payee",
            PayeeId.class,
            participant -> Optional.of(participant.year().payee()));

    /** The plan. */
    PlanId plan();

    /** The payee's quotas and credits, as long as the plan holds. */
    PayeeYear year();

    /** The days of invoices and payments by source, where commission is held until then. */
    @Value.NaturalOrder
    ImmutableSortedMap<String, ReleaseDates> releases();

    /** The identity. */
    default ParticipantKey key() {
        return new ParticipantKey(plan(), year().payee());
    }

    /** The fields that conditions on participants may name. */
    static Fields<Participant> fields() {
        return Fields.of(Participant.class, List.of(PLAN, PAYEE));
    }

    /** Obtains a participant whose commission depends on no invoice and no payment. */
    static Participant of(PlanId plan, PayeeYear year) {
        return builder().plan(plan).year(year).build();
    }

    /** Starts a participant. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds participants. */
    final class Builder extends ImmutableParticipant.Builder {
        Builder() {}
    }
}
