package io.salesops.core.explain;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * Why a result is what it is: a sum whose steps add up, or a choice whose candidates each say why.
 *
 * <p>Both refuse to be built wrong: an explanation that does not add up cannot exist.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({@JsonSubTypes.Type(Explanation.Sum.class), @JsonSubTypes.Type(Explanation.Choice.class)})
public sealed interface Explanation {

    /** What is explained. */
    String subject();

    /** Calls the case for this kind of explanation. */
    <R> R match(Cases<R> cases);

    /** One method for each kind of explanation. */
    interface Cases<R> {
        R sum(Sum sum);

        R choice(Choice choice);
    }

    /** Returns the explanation in English, the same on any machine. */
    default String text() {
        return text(Wording.ENGLISH);
    }

    /** Returns the explanation in the words of {@code wording}. */
    default String text(Wording wording) {
        return ExplanationText.of(this, wording);
    }

    /**
     * Steps that add up.
     *
     * @param subject what is explained
     * @param total the sum of the steps
     * @param steps in the order in which they acted, in the unit of the total
     */
    @JsonTypeName("sum")
    record Sum(String subject, Quantity total, ImmutableList<Step> steps) implements Explanation {

        /** Checks that the steps sum to the total. */
        public Sum {
            Step.checkSum("'" + subject + "'", total, steps);
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sum(this);
        }
    }

    /**
     * Candidates, of which one was chosen or none.
     *
     * @param subject what is explained
     * @param chosen the id of the chosen candidate
     * @param candidates every candidate that was considered
     */
    @JsonTypeName("choice")
    record Choice(String subject, Optional<String> chosen, ImmutableList<Candidate> candidates) implements Explanation {

        /** Checks that the chosen one is among the candidates, once and without fault, and that the others say why not. */
        public Choice {
            boolean found = false;
            for (Candidate candidate : candidates) {
                boolean isChosen = chosen.filter(candidate.id()::equals).isPresent();
                checkArgument(
                        !candidate.chosen() || isChosen,
                        "'%s' chose %s, but candidate %s is marked as chosen",
                        subject,
                        chosen.orElse("none"),
                        candidate.id());
                checkArgument(
                        candidate.chosen() || candidate.failed().isPresent(),
                        "'%s': candidate %s was not chosen and must say why",
                        subject,
                        candidate.id());
                checkArgument(
                        !candidate.chosen() || candidate.failed().isEmpty(),
                        "'%s': candidate %s was chosen, but says why not: %s",
                        subject,
                        candidate.id(),
                        candidate.failed().orElse(""));
                checkArgument(
                        !candidate.chosen() || !found, "'%s': candidate %s was chosen twice", subject, candidate.id());
                found |= candidate.chosen();
            }
            checkArgument(
                    chosen.isEmpty() || found,
                    "'%s' chose %s, which is not among its candidates",
                    subject,
                    chosen.orElse("none"));
        }

        @Override
        public <R> R match(Cases<R> cases) {
            return cases.choice(this);
        }
    }
}
