package io.salesops.core.pipeline;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Outcome;
import io.salesops.core.explain.Provenance;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One row for each group, one value for each metric.
 *
 * @param by the names of the fields that make the groups
 * @param metrics the metrics in the order of the query
 * @param rows in the order of the groups' values; a deal that lacks a field is in the group {@code (none)}
 * @param explanation the deals as the sum of won, lost and open ones, and of those that could not be measured
 * @param findings what is wrong with the deals
 * @param omitted deals that no row counts
 * @param computedFrom process and deals
 */
public record MetricTable(
        ImmutableList<String> by,
        ImmutableList<Metric> metrics,
        ImmutableList<Row> rows,
        Explanation explanation,
        ImmutableList<Finding> findings,
        ImmutableList<Omission> omitted,
        Provenance computedFrom)
        implements Outcome {

    /**
     * A group and its values.
     *
     * @param group the values of the fields that make the group
     * @param values one for each metric
     */
    public record Row(ImmutableList<String> group, ImmutableMap<Metric, MetricValue> values) {}

    /** Returns the value of a metric over all deals, where the query had no groups and there was a deal. */
    public Optional<MetricValue> value(Metric metric) {
        return rows.size() == 1 && by.isEmpty()
                ? Optional.ofNullable(rows.get(0).values().get(metric))
                : Optional.empty();
    }

    /** Returns the table in Markdown, groups first. */
    public String toMarkdown() {
        StringBuilder text = new StringBuilder();
        line(text, Stream.concat(by.stream(), metrics.stream().map(Metric::id)));
        line(
                text,
                Stream.concat(by.stream().map(name -> "---"), metrics.stream().map(metric -> "---:")));
        for (Row row : rows) {
            line(
                    text,
                    Stream.concat(
                            row.group().stream(),
                            metrics.stream()
                                    .map(metric -> row.values().get(metric))
                                    .map(value -> value == null ? "-" : value.text())));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, Stream<String> cells) {
        text.append(cells.map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |\n")));
    }
}
