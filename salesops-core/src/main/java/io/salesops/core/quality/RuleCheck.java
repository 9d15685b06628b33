package io.salesops.core.quality;

import io.salesops.core.finding.Finding;
import io.salesops.core.time.AsOf;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A rule that is ready to judge single records. Thread-safe. */
@FunctionalInterface
interface RuleCheck<T> {

    /** Judges a record. */
    Verdict judge(T record, AsOf asOf);

    /**
     * What a rule says of a record.
     *
     * @param judged whether it could say anything
     * @param violation what is wrong; null where nothing is
     */
    record Verdict(boolean judged, @Nullable Violation violation) {
        static final Verdict UNDECIDED = new Verdict(false, null);
        static final Verdict GOOD = new Verdict(true, null);

        static Verdict bad(Violation violation) {
            return new Verdict(true, violation);
        }

        Optional<Finding> finding() {
            return Optional.ofNullable(violation).map(Violation::finding);
        }
    }

    /**
     * What is wrong with a record; words are made only of those that are shown.
     *
     * @param code the code of the finding
     * @param record the identifier of the record
     * @param value the value that is wrong, empty where there is none
     * @param words makes the finding
     */
    record Violation(String code, String record, String value, Supplier<Finding> words) {
        Finding finding() {
            return words.get();
        }
    }
}
