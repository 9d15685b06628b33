package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.explain.Outcome;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.match.FieldComparison;
import io.salesops.core.match.MatchModel;
import io.salesops.core.match.TrainedModel;
import java.io.PrintStream;
import java.util.Optional;

/** What a run says about itself. */
final class Detail {

    private Detail() {}

    /** Prints the model without its term frequencies, the pairs of each rule, and what was left out. */
    static void print(TrainedModel trained, Outcome found, PrintStream out) {
        MatchModel model = trained.model();
        ImmutableList<FieldComparison> comparisons = model.comparisons().stream()
                .map(comparison -> comparison.withFrequencies(Optional.empty()))
                .collect(ImmutableList.toImmutableList());
        out.println(SalesOpsJson.writePretty(model.withComparisons(comparisons)));
        out.println("expected matches: " + trained.expectedPairs());
        out.println(found.explain());
        trained.findings().forEach(out::println);
        found.findings().forEach(out::println);
        found.omitted().forEach(out::println);
    }
}
