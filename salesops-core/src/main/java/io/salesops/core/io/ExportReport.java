package io.salesops.core.io;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSortedMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.RuleRef;
import io.salesops.core.explain.Step;
import io.salesops.core.style.SalesOpsStyle;
import org.immutables.value.Value;

/**
 * What became of the records of a file that was written: each stands in it, or was refused with a finding. Immutable and
 * thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = ExportReport.Builder.class)
public interface ExportReport extends Outcome, WithExportReport {

    /** The name that the caller gave to the file. */
    String target();

    /** The mapping. */
    RuleRef mapping();

    /** How many records were given. */
    long given();

    /** How many rows were written, the header not counted. */
    long written();

    /** How many records were refused, by the code of the first finding of each. */
    ImmutableSortedMap<String, Long> refusedBy();

    /**
     * What written records hold and the file does not, and in how many records: fields without a column, and what has no
     * place in a row, such as {@code history} or several {@code lines}.
     */
    ImmutableSortedMap<String, Long> beside();

    /** The sums of the written rows by column of amounts and currency, to compare with the target. */
    ImmutableList<ColumnSum> sums();

    /** How many findings there were of each code, those that were not kept included. */
    ImmutableSortedMap<String, Long> counts();

    /** How many records were refused. */
    default long refused() {
        return given() - written();
    }

    /** The records given, as the sum of the written and the refused. */
    @Override
    default Explanation explanation() {
        ImmutableList.Builder<Step> steps = ImmutableList.builder();
        steps.add(Step.of(mapping(), "written", Quantity.of(written(), "records")));
        refusedBy()
                .forEach((code, count) -> steps.add(Step.builder()
                        .rule(mapping())
                        .label("refused: {code}")
                        .amount(Quantity.of(count, "records"))
                        .putInputs("code", code)
                        .build()));
        return new Explanation.Sum("written to " + target(), Quantity.of(given(), "records"), steps.build());
    }

    /** Starts a report. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that the records add up. */
    @Value.Check
    default void check() {
        long refused = refusedBy().values().stream().mapToLong(Long::longValue).sum();
        checkArgument(
                given() == written() + refused,
                "records for %s do not add up: %s given, %s written, %s refused",
                target(),
                given(),
                written(),
                refused);
    }

    /** Builds reports. */
    final class Builder extends ImmutableExportReport.Builder {
        Builder() {}
    }
}
