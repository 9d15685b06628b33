package io.salesops.core.process;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/** The stages of selling in order, with the allowed moves: a document. Immutable and thread-safe. */
@Document(kind = "sales-process", version = 1)
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = SalesProcess.Builder.class)
public interface SalesProcess extends WithSalesProcess {

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(SalesProcess.class);
    }

    /** What the user calls the process. */
    String id();

    /** Its version. */
    String version();

    /** The stages in order. */
    ImmutableList<Stage> stages();

    /** How often a close date may be pushed out; 2 unless stated. */
    @Value.Default
    default int maxPushes() {
        return 2;
    }

    /** A remark. */
    Optional<String> note();

    /** Returns the stage of the name. */
    default Optional<Stage> stage(String id) {
        return stages().stream().filter(stage -> stage.id().equals(id)).findFirst();
    }

    /** What is wrong with the process: no stage, a name twice, a move to an unknown stage, an unknown field. */
    default ImmutableList<Finding> problems() {
        ImmutableList.Builder<Finding> problems = ImmutableList.builder();
        if (stages().isEmpty()) {
            problems.add(Finding.error("process.stages.missing", "/stages", "process " + id() + " has no stage"));
        }
        Set<String> names = stages().stream().map(Stage::id).collect(Collectors.toSet());
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < stages().size(); i++) {
            Stage stage = stages().get(i);
            String path = "/stages/" + i;
            if (!seen.add(stage.id())) {
                problems.add(Finding.error(
                        "process.stage.duplicate", path + "/id", "stage '" + stage.id() + "' stands here twice"));
            }
            for (String next : stage.next()) {
                if (!names.contains(next)) {
                    problems.add(Finding.error(
                                    "process.stage.unknown",
                                    path + "/next",
                                    "stage '" + stage.id() + "' leads to '" + next + "', which is no stage")
                            .maybe("Maybe one of " + names.stream().sorted().toList() + "."));
                }
            }
            for (String field : stage.requires()) {
                if (!field.startsWith(CustomFields.PREFIX)
                        && !Opportunity.fields().named().containsKey(field)) {
                    problems.add(Finding.error(
                                    "process.field.unknown",
                                    path + "/requires",
                                    "stage '" + stage.id() + "' requires '" + field + "', which is no field of a deal")
                            .maybe("Maybe one of "
                                    + Opportunity.fields().named().keySet() + ", or custom.<name>."));
                }
            }
        }
        return problems.build();
    }

    /** Starts a process. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds processes. */
    final class Builder extends ImmutableSalesProcess.Builder {
        Builder() {}
    }
}
