package io.salesops.commission.service;

import io.salesops.core.repository.Repository;

/** Port: who is paid by which plan, with the facts of which runs calculate. */
public interface Participants extends Repository<Participant, ParticipantKey> {}
