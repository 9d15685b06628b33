package io.salesops.commission.service;

import io.salesops.commission.testkit.ParticipantsContract;
import io.salesops.core.repository.InMemoryStores;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.testkit.RepositoryUnitContract;

class InMemoryParticipantsTest implements ParticipantsContract, RepositoryUnitContract<Participant, ParticipantKey> {
    @Override
    public Participants newStore() {
        return new InMemoryParticipants();
    }

    @Override
    public UnitOfWork newStores() {
        return InMemoryStores.create().with(CommissionStores::register);
    }

    @Override
    public Class<Participants> port() {
        return Participants.class;
    }
}
