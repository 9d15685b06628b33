package io.salesops.core.testkit;

/**
 * What every append-only log keeps, as tests. A class that implements it, or one of the contracts for the ports of this
 * library, and says how a store is made, has them all. It is run like a {@link RepositoryContract}.
 *
 * @param <E> what is logged
 * @param <K> whose log it is
 */
public interface AppendOnlyLogContract<E, K extends Comparable<K>>
        extends AppendsContract<E, K>,
                LogReadingsContract<E, K>,
                LogThousandsContract<E, K>,
                LogWritersContract<E, K> {}
