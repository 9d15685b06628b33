package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.testkit.CrmArbitraries;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class OpportunityHistoryProperties {

    @Property
    void undoingGivesEveryEarlierState(@ForAll("lives") ImmutableList<Opportunity> life, @ForAll Random random) {
        Opportunity last = shuffled(life.get(life.size() - 1), random);
        for (int i = 0; i < life.size(); i++) {
            Instant at = lastInstant(life.get(i));
            boolean isLastOfItsInstant =
                    i == life.size() - 1 || lastInstant(life.get(i + 1)).isAfter(at);
            if (isLastOfItsInstant) {
                Checked<Optional<Opportunity>> then = last.asOf(at);
                assertThat(then.findings()).isEmpty();
                Opportunity known = then.orThrow().orElseThrow();
                assertThat(known.withHistory(List.of())).isEqualTo(life.get(i).withHistory(List.of()));
                assertThat(known.history())
                        .containsExactlyInAnyOrderElementsOf(life.get(i).history());
            }
        }
        assertThat(last.asOf(life.get(0).createdAt().orElseThrow().minusNanos(1))
                        .orThrow())
                .isEmpty();
    }

    @Property
    void undoingInTwoStepsIsUndoingInOne(
            @ForAll("lives") ImmutableList<Opportunity> life,
            @ForAll @IntRange(max = 30) int earlier,
            @ForAll @IntRange(max = 30) int later) {
        Opportunity last = life.get(life.size() - 1);
        Instant start = last.createdAt().orElseThrow();
        Instant first = start.plus(Duration.ofMinutes(40L * Math.min(earlier, later)));
        Instant second = start.plus(Duration.ofMinutes(40L * Math.max(earlier, later)));
        Opportunity then = last.asOf(second).orThrow().orElseThrow();
        assertThat(then.asOf(first).orThrow()).isEqualTo(last.asOf(first).orThrow());
    }

    @Property
    void theOrderOfTheHistoryHasNoMeaning(@ForAll("lives") ImmutableList<Opportunity> life, @ForAll Random random) {
        Opportunity last = life.get(life.size() - 1);
        assertThat(shuffled(last, random).stageIntervals()).isEqualTo(last.stageIntervals());
    }

    @Property
    void intervalsJoinFromCreationToTheOpenEndAndAgreeWithAsOf(
            @ForAll("lives") ImmutableList<Opportunity> life, @ForAll @IntRange(max = 40) int steps) {
        Opportunity last = life.get(life.size() - 1);
        Checked<ImmutableList<StageInterval>> checked = last.stageIntervals();
        ImmutableList<StageInterval> intervals = checked.orThrow();
        assertThat(checked.findings()).isEmpty();
        assertThat(intervals.get(0).from()).isEqualTo(last.createdAt());
        for (int i = 1; i < intervals.size(); i++) {
            assertThat(intervals.get(i).from()).isEqualTo(intervals.get(i - 1).until());
        }
        assertThat(intervals.get(intervals.size() - 1).until()).isEmpty();

        Instant at = last.createdAt().orElseThrow().plus(Duration.ofMinutes(35L * steps));
        assertThat(intervals.stream().filter(interval -> interval.contains(at)).map(StageInterval::stage))
                .containsExactly(last.asOf(at).orThrow().orElseThrow().stage());
    }

    @Property
    void aMissingChangeIsReportedUnlessItCancelsOut(
            @ForAll("lives") ImmutableList<Opportunity> life, @ForAll @IntRange(max = 7) int position) {
        Opportunity last = life.get(life.size() - 1);
        if (last.history().isEmpty()) {
            return;
        }
        List<FieldChange> history = new ArrayList<>(last.history());
        int index = position % history.size();
        FieldChange missing = history.remove(index);
        boolean isFirstOfField = last.history().subList(0, index).stream()
                .noneMatch(change -> change.field().equals(missing.field()));
        boolean sharesInstant = history.stream()
                .anyMatch(change -> change.by().at().equals(missing.by().at()));
        if (!isFirstOfField && !sharesInstant && !missing.before().equals(missing.after())) {
            assertThat(last.withHistory(history)
                            .asOf(last.createdAt().orElseThrow())
                            .findings())
                    .extracting(Finding::code)
                    .isNotEmpty()
                    .containsOnly("crm.history.contradiction");
        }
    }

    private static Opportunity shuffled(Opportunity deal, Random random) {
        List<FieldChange> history = new ArrayList<>(deal.history());
        Collections.shuffle(history, random);
        return deal.withHistory(history);
    }

    private static Instant lastInstant(Opportunity deal) {
        return deal.history().isEmpty()
                ? deal.createdAt().orElseThrow()
                : deal.history().get(deal.history().size() - 1).by().at();
    }

    @Provide
    Arbitrary<ImmutableList<Opportunity>> lives() {
        return CrmArbitraries.opportunityLives();
    }
}
