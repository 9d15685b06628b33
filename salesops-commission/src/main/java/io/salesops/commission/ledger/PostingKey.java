package io.salesops.commission.ledger;

import static java.util.Comparator.comparing;

import io.salesops.commission.ledger.LedgerEntry.Kind;
import io.salesops.core.time.FiscalPeriod;
import java.util.Comparator;
import javax.money.CurrencyUnit;

/** What postings are added up by; ordered by origin, component, source, kind and currency. */
record PostingKey(FiscalPeriod origin, String component, String source, Kind kind, CurrencyUnit currency)
        implements Comparable<PostingKey> {
    private static final Comparator<PostingKey> ORDER = comparing(PostingKey::origin)
            .thenComparing(PostingKey::component)
            .thenComparing(PostingKey::source)
            .thenComparing(PostingKey::kind)
            .thenComparing(key -> key.currency().getCurrencyCode());

    static PostingKey of(LedgerEntry entry) {
        return new PostingKey(
                entry.origin(),
                entry.component(),
                entry.source(),
                entry.kind(),
                entry.amount().getCurrency());
    }

    static PostingKey of(PostingTarget target) {
        return new PostingKey(
                target.origin(),
                target.component(),
                target.source(),
                target.kind(),
                target.amount().getCurrency());
    }

    @Override
    public int compareTo(PostingKey other) {
        return ORDER.compare(this, other);
    }
}
