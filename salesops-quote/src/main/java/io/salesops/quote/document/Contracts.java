package io.salesops.quote.document;

import io.salesops.core.repository.Repository;

/** Port: where the application keeps its contracts. */
public interface Contracts extends Repository<Contract, ContractId> {}
