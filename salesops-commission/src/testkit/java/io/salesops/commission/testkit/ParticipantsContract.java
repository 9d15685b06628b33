package io.salesops.commission.testkit;

import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.service.Participant;
import io.salesops.commission.service.ParticipantKey;
import io.salesops.commission.service.Participants;
import io.salesops.core.criteria.Fields;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.core.testkit.Wide;
import net.jqwik.api.Arbitrary;

/** What every store of participants keeps; a test class implements it and makes its own store. */
public interface ParticipantsContract extends RepositoryContract<Participant, ParticipantKey> {

    @Override
    Participants newStore();

    @Override
    default Arbitrary<Participant> values() {
        return Wide.some(
                RunArbitraries.participants(),
                (participant, wide) -> participant.withYear(participant
                        .year()
                        .withCredits(participant.year().credits().stream()
                                .map(credit -> credit.withSource(wide.text())
                                        .withAmount(wide.amount(credit.amount().getCurrency()))
                                        .withRecordedAt(wide.instant()))
                                .toList())));
    }

    @Override
    default ParticipantKey idOf(Participant value) {
        return value.key();
    }

    @Override
    default Participant withId(Participant value, String text) {
        return value.withYear(RunArbitraries.named(value.year(), PayeeId.of(text)))
                .withPlan(io.salesops.commission.plan.PlanId.of("ae-2026"));
    }

    @Override
    default Fields<Participant> fields() {
        return Participant.fields();
    }
}
