package io.salesops.core.quality;

import io.salesops.core.finding.Finding;
import io.salesops.core.time.AsOf;
import java.util.Optional;

/** A rule that is ready to judge single records. Thread-safe. */
@FunctionalInterface
interface RuleCheck<T> {

    /** Judges a record. */
    Verdict judge(T record, AsOf asOf);

    /**
     * What a rule says of a record.
     *
     * @param judged whether it could say anything
     * @param finding what is wrong, if anything is
     */
    record Verdict(boolean judged, Optional<Finding> finding) {
        static final Verdict UNDECIDED = new Verdict(false, Optional.empty());
        static final Verdict GOOD = new Verdict(true, Optional.empty());

        static Verdict bad(Finding finding) {
            return new Verdict(true, Optional.of(finding));
        }
    }
}
