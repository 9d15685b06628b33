package io.salesops.quote.document;

import io.salesops.core.repository.InMemoryRepository;

/** Contracts in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryContracts extends InMemoryRepository<Contract, ContractId> implements Contracts {

    /** Creates an empty store. */
    public InMemoryContracts() {
        super(Contract::id);
    }
}
