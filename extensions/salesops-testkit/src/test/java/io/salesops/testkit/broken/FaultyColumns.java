package io.salesops.testkit.broken;

import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.money.Amounts;
import io.salesops.core.repository.Accounts;
import io.salesops.core.repository.Versioned;
import io.salesops.core.testkit.AccountsContract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Stores with a column that does not hold every value of its field. */
final class FaultyColumns {
    private FaultyColumns() {}

    private static Accounts read(UnaryOperator<Account> column) {
        return new AccountsOver() {
            @Override
            public Optional<Versioned<Account>> find(AccountId id) {
                return kept().find(id).map(found -> new Versioned<>(column.apply(found.value()), found.version()));
            }
        };
    }

    /** Cuts names at 255 characters. */
    static class NamesCutShort implements AccountsContract {
        @Override
        public Accounts newStore() {
            return read(account -> account.withName(
                    account.name().substring(0, Math.min(255, account.name().length()))));
        }
    }

    /** Keeps texts on one line. */
    static class LinesJoined implements AccountsContract {
        @Override
        public Accounts newStore() {
            return read(account -> account.withName(account.name().replace('\n', ' ')));
        }
    }

    /** Takes a tab for white space like any other. */
    static class TabsReplaced implements AccountsContract {
        @Override
        public Accounts newStore() {
            return read(account -> account.withName(account.name().replace('\t', ' ')));
        }
    }

    /** Keeps amounts in floating point. */
    static class AmountsAsDoubles implements AccountsContract {
        @Override
        public Accounts newStore() {
            return read(account -> account.withRevenue(account.revenue()
                    .map(revenue ->
                            Amounts.of(BigDecimal.valueOf(revenue.getNumber().doubleValue()), revenue.getCurrency()))));
        }
    }

    /** Keeps a long in 32 bits. */
    static class LongsAsInts implements AccountsContract {
        @Override
        public Accounts newStore() {
            return read(account -> account.withEmployees(account.employees().map(count -> (long) count.intValue())));
        }
    }

    /** Keeps instants to the millisecond. */
    static class InstantsCutToMilliseconds implements AccountsContract {
        @Override
        public Accounts newStore() {
            return read(account ->
                    account.withModifiedAt(account.modifiedAt().map(at -> at.truncatedTo(ChronoUnit.MILLIS))));
        }
    }

    /** Counts the seconds since 1970 in 32 bits. */
    static class SecondsIn32Bits implements AccountsContract {
        @Override
        public Accounts newStore() {
            return read(account -> account.withModifiedAt(account.modifiedAt()
                    .map(at -> Instant.ofEpochSecond(at.getEpochSecond() << 32 >> 32, at.getNano()))));
        }
    }

    /** Knows no time before 1970. */
    static class NothingBefore1970 implements AccountsContract {
        @Override
        public Accounts newStore() {
            return read(account -> account.withModifiedAt(
                    account.modifiedAt().map(at -> at.isBefore(Instant.EPOCH) ? Instant.EPOCH : at)));
        }
    }
}
