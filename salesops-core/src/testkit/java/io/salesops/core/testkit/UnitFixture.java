package io.salesops.core.testkit;

import io.salesops.core.repository.UnitOfWork;

/** What the contracts of a unit of work need to know of one: how its stores are made. */
public interface UnitFixture {

    /** Makes empty stores of a tenant of its own, over the same database as all others. Called for each test. */
    UnitOfWork newStores();
}
