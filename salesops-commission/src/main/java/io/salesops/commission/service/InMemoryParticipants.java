package io.salesops.commission.service;

import io.salesops.core.repository.InMemoryRepository;

/** Participants in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryParticipants extends InMemoryRepository<Participant, ParticipantKey>
        implements Participants {

    /** Creates an empty store. */
    public InMemoryParticipants() {
        super(Participant::key);
    }
}
