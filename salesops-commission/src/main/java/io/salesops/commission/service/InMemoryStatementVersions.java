package io.salesops.commission.service;

import io.salesops.core.repository.InMemoryLog;

/** Versions of statements in memory. Thread-safe; units of work as in {@link io.salesops.core.repository.InMemoryStores}. */
public final class InMemoryStatementVersions extends InMemoryLog<StatementVersion, StatementKey>
        implements StatementVersions {

    /** Creates an empty store. */
    public InMemoryStatementVersions() {
        super(StatementVersion::key);
    }
}
