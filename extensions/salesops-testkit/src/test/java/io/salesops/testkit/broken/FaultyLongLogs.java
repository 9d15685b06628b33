package io.salesops.testkit.broken;

import com.google.common.collect.FluentIterable;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.Iterables;
import io.salesops.commission.ledger.Ledger;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.testkit.LedgerContract;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.repository.Sequenced;
import io.salesops.testkit.broken.FaultyLengths.Pages;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.Function;

/** Ledgers that are right about some entries and wrong about many. */
final class FaultyLongLogs {
    private FaultyLongLogs() {}

    /** Gives the first 250 entries of a reading. */
    static class ReadingCutShort implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    return kept().read(key, after, found -> body.apply(Iterables.limit(found, 250)));
                }
            };
        }
    }

    /** Gives the first hundred entries of a scan. */
    static class ScanCutShort implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                @Override
                public <R> R scan(
                        Criteria<LedgerEntry> criteria, Function<? super Iterable<LedgerEntry>, ? extends R> body) {
                    return kept().scan(criteria, found -> body.apply(Iterables.limit(found, 100)));
                }
            };
        }
    }

    /** Reads fifty entries behind the last one at a time, and so reads on into what is added meanwhile. */
    static class PagesWithoutSnapshot implements LedgerContract {
        @Override
        public Ledger newStore() {
            return new LedgerOver() {
                private ImmutableList<Sequenced<LedgerEntry>> page(PayeeId key, long after) {
                    return kept().read(
                                    key,
                                    after,
                                    found -> FluentIterable.<Sequenced<LedgerEntry>>from(found)
                                            .limit(50)
                                            .toList());
                }

                @Override
                public <R> R read(
                        PayeeId key, long after, Function<? super Iterable<Sequenced<LedgerEntry>>, ? extends R> body) {
                    return kept().read(
                                    key,
                                    after,
                                    open -> body.apply((Iterable<Sequenced<LedgerEntry>>) () -> {
                                        Iterator<Sequenced<LedgerEntry>> unused = open.iterator();
                                        return new Pages<>((Optional<Sequenced<LedgerEntry>> last) -> page(
                                                key,
                                                last.map(Sequenced::sequence).orElse(after)));
                                    }));
                }
            };
        }
    }
}
