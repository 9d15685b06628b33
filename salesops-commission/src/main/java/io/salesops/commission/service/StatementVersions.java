package io.salesops.commission.service;

import io.salesops.core.repository.AppendOnlyLog;
import io.salesops.core.repository.Sequenced;
import java.time.Instant;
import java.util.Optional;

/** Port: the versions of statements, in the order of the runs that calculated them. */
public interface StatementVersions extends AppendOnlyLog<StatementVersion, StatementKey> {

    /** Returns the last version of a payee's period; empty if none was calculated. */
    default Optional<StatementVersion> latest(StatementKey key) {
        long last = last(key);
        return last == 0 ? Optional.empty() : read(key, last - 1, StatementVersions::newest);
    }

    /** Returns the version of a payee's period that was known at an instant; empty if none was. */
    default Optional<StatementVersion> knownAt(StatementKey key, Instant instant) {
        return read(key, 0, versions -> {
            Optional<StatementVersion> known = Optional.empty();
            for (Sequenced<StatementVersion> each : versions) {
                if (!each.entry().by().at().isAfter(instant)) {
                    known = Optional.of(each.entry());
                }
            }
            return known;
        });
    }

    private static Optional<StatementVersion> newest(Iterable<Sequenced<StatementVersion>> versions) {
        Optional<StatementVersion> newest = Optional.empty();
        for (Sequenced<StatementVersion> each : versions) {
            newest = Optional.of(each.entry());
        }
        return newest;
    }
}
