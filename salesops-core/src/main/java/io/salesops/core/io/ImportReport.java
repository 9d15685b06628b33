package io.salesops.core.io;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What became of the rows of a file: every row that has data was loaded or refused, and a refused one has a finding with
 * line and column. Rows without any data count as omitted. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ImportReport.Builder.class)
public interface ImportReport extends Outcome, WithImportReport {

    /** The name that the caller gave to the file. */
    String source();

    /** The mapping. */
    RuleRef mapping();

    /** How the file was found to be written. */
    Dialect dialect();

    /** How many rows have data, the header not counted. */
    long read();

    /** How many rows became records. */
    long loaded();

    /** How many rows were refused, by the code of the first finding of each. */
    ImmutableSortedMap<String, Long> refusedBy();

    /** Columns of the file that the mapping does not name, in the order of the file. */
    ImmutableList<String> unmapped();

    /** Columns that the mapping names and the file lacks, in the order of the mapping. */
    ImmutableList<String> missing();

    /** Values that were read as others by an alias, as {@code field: from -> to}, and in how many rows. */
    ImmutableSortedMap<String, Long> replaced();

    /** The sums of the loaded rows by column of amounts and currency, to compare with the source. */
    ImmutableList<ColumnSum> sums();

    /** How many findings there were of each code, those that were not kept included. */
    ImmutableSortedMap<String, Long> counts();

    /** How many rows were refused. */
    default long refused() {
        return read() - loaded();
    }

    /** The rows read, as the sum of the loaded and the refused. */
    @Override
    default Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        steps.add(Step.of(mapping(), "loaded", Quantity.of(loaded(), "rows")));
        refusedBy()
                .forEach((code, count) -> steps.add(new Step(
                        mapping(),
                        "refused: {code}",
                        Quantity.of(count, "rows"),
                        Optional.empty(),
                        ImmutableMap.of("code", code),
                        ImmutableList.of())));
        return new Explanation.Sum("read from " + source(), Quantity.of(read(), "rows"), steps.build());
    }

    /** Starts a report. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the rows add up. */
    @Value.Check
    default void check() {
        long refused = refusedBy().values().stream().mapToLong(Long::longValue).sum();
        checkArgument(
                read() == loaded() + refused,
                "rows of %s do not add up: %s read, %s loaded, %s refused",
                source(),
                read(),
                loaded(),
                refused);
    }

    /** Builds reports. */
    final class Builder extends ImmutableImportReport.Builder {
        Builder() {}
    }
}
