package io.salesops.core.quality;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import java.util.Locale;
import java.util.Set;

/**
 * Tells what records are like: for each field how complete it is, how many distinct values it has, and which are common.
 *
 * <p>Cost is linear in records and fields; memory is that of {@link #exactUpTo} values a field, whatever the number of
 * records. Immutable and thread-safe.
 *
 * @param <T> the kind of record
 */
public final class DataProfiler<T> {
    /** Texts that stand for no value, in lower case. */
    public static final ImmutableSet<String> PLACEHOLDERS = ImmutableSet.of(
            "select",
            "select...",
            "--none--",
            "-none-",
            "none",
            "null",
            "n/a",
            "n.a.",
            "#n/a",
            "na",
            "nil",
            "tbd",
            "tba",
            "unknown",
            "xxx",
            "xx",
            "x",
            "test",
            "asdf",
            "-",
            "--",
            "---",
            ".",
            "?",
            "??",
            "0000000000");

    /** How many distinct values of a field are counted exactly unless stated. */
    public static final int EXACT_UP_TO = 10_000;

    private final QualitySubject<T> subject;
    private final ImmutableSet<String> placeholders;
    private final int exactUpTo;

    private DataProfiler(QualitySubject<T> subject, ImmutableSet<String> placeholders, int exactUpTo) {
        this.subject = subject;
        this.placeholders = placeholders;
        this.exactUpTo = exactUpTo;
    }

    /** Obtains a profiler of accounts. */
    public static DataProfiler<Account> accounts() {
        return new DataProfiler<>(QualitySubject.ACCOUNTS, PLACEHOLDERS, EXACT_UP_TO);
    }

    /** Obtains a profiler of contacts. */
    public static DataProfiler<Contact> contacts() {
        return new DataProfiler<>(QualitySubject.CONTACTS, PLACEHOLDERS, EXACT_UP_TO);
    }

    /** Obtains a profiler of leads. */
    public static DataProfiler<Lead> leads() {
        return new DataProfiler<>(QualitySubject.LEADS, PLACEHOLDERS, EXACT_UP_TO);
    }

    /** Obtains a profiler of opportunities. */
    public static DataProfiler<Opportunity> opportunities() {
        return new DataProfiler<>(QualitySubject.OPPORTUNITIES, PLACEHOLDERS, EXACT_UP_TO);
    }

    /** Returns a profiler for which other texts stand for no value, {@link #PLACEHOLDERS} unless stated; case counts nothing. */
    public DataProfiler<T> placeholders(Set<String> texts) {
        return new DataProfiler<>(
                subject,
                texts.stream()
                        .map(text -> text.strip().toLowerCase(Locale.ROOT))
                        .collect(ImmutableSet.toImmutableSet()),
                exactUpTo);
    }

    /** Returns a profiler that counts more or fewer distinct values of a field exactly. */
    public DataProfiler<T> exactUpTo(int distinctValues) {
        checkArgument(distinctValues > 0, "number of distinct values must be positive: %s", distinctValues);
        return new DataProfiler<>(subject, placeholders, distinctValues);
    }

    /** Profiles records, iterating over them once. */
    public DataProfile profile(Iterable<? extends T> records) {
        ProfileTally<T> tally = tally();
        records.forEach(tally::add);
        return tally.profile();
    }

    /** Starts a tally, to which records are added one by one, or as the tallies of parts. */
    public ProfileTally<T> tally() {
        return new ProfileTally<>(subject, placeholders, exactUpTo);
    }
}
