package io.salesops.core.testkit;

/**
 * What every repository keeps, as tests. A class that implements it, or one of the contracts for the ports of this
 * library, and says how a store is made, has them all:
 *
 * <pre>{@code
 * class JdbcAccountsTest implements AccountsContract {
 *     @Override
 *     public Accounts newStore() {
 *         return new JdbcAccounts(DATABASE, freshTenant());
 *     }
 * }
 * }</pre>
 *
 * <p>A property makes a store for each of 50 tries, some for 10; {@code @PropertyDefaults(tries = 20)} on the class has
 * them make fewer. The class is run by two engines, Jupiter and jqwik: what they share, a database for instance, belongs in
 * a static field.
 *
 * @param <T> what is stored
 * @param <I> its identity
 */
public interface RepositoryContract<T, I extends Comparable<I>>
        extends VersionsContract<T, I>,
                BatchesContract<T, I>,
                ScansContract<T, I>,
                ThousandsContract<T, I>,
                IsolationContract<T, I>,
                ConcurrencyContract<T, I>,
                CommandsContract<T, I> {}
