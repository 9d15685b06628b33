package io.salesops.core.explain;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * An alternative that was considered.
 *
 * @param id what it is, for example a territory
 * @param chosen whether it was chosen
 * @param rule what spoke for or against it
 * @param met the criteria it met, each with the value that met it
 * @param failed the criterion on which it failed, or could not be decided, with the value
 * @param score how it ranked, where candidates are ranked
 */
@Value.Builder
@JsonDeserialize(builder = CandidateBuilder.class)
public record Candidate(
        String id,
        boolean chosen,
        RuleRef rule,
        ImmutableList<String> met,
        Optional<String> failed,
        Optional<Quantity> score) {

    /** Starts a candidate. */
    public static CandidateBuilder builder() {
        return new CandidateBuilder();
    }
}
