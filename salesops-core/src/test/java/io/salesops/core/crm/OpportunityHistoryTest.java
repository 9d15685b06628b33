package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.finding.Finding;
import io.salesops.core.money.Amounts;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OpportunityHistoryTest {
    private static final Instant JANUARY = Instant.parse("2026-01-10T09:00:00Z");
    private static final Instant FEBRUARY = Instant.parse("2026-02-10T09:00:00Z");
    private static final Instant MARCH = Instant.parse("2026-03-10T09:00:00Z");
    private static final Opportunity DEAL = Opportunity.builder()
            .id(OpportunityId.of("006-118"))
            .stage("Engaging")
            .amount(Amounts.of("1200", "USD"))
            .createdAt(JANUARY)
            .build();

    private static FieldChange change(String field, String before, String after, Instant at) {
        return new FieldChange(
                field,
                Optional.of(before).filter(text -> !text.isEmpty()),
                Optional.of(after).filter(text -> !text.isEmpty()),
                new By(UserId.of("ana"), at));
    }

    private static Opportunity with(FieldChange... changes) {
        return DEAL.withHistory(changes);
    }

    @Test
    void ofContradictingRecordsTheLaterIsBelieved() {
        Opportunity deal = with(
                change("stage", "Proposal", "Engaging", MARCH), change("stage", "Prospecting", "Qualified", FEBRUARY));
        assertThat(deal.asOf(FEBRUARY).findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("crm.history.contradiction");
            assertThat(finding.path()).isEqualTo("006-118/stage");
            assertThat(finding.message()).contains("'Qualified'").contains("'Proposal'");
        });
        assertThat(deal.asOf(FEBRUARY).orThrow().orElseThrow().stage()).isEqualTo("Proposal");
        assertThat(deal.stageIntervals().findings()).hasSize(1);
        assertThat(deal.stageIntervals().orThrow())
                .extracting(StageInterval::stage)
                .containsExactly("Prospecting", "Proposal", "Engaging");
    }

    @Test
    void aLastChangeThatDoesNotLeadToTheRecordIsAContradiction() {
        assertThat(with(change("stage", "Prospecting", "Won", MARCH))
                        .asOf(JANUARY)
                        .findings())
                .extracting(Finding::message)
                .singleElement()
                .asString()
                .contains("became 'Won'")
                .contains("is 'Engaging' now");
    }

    @Test
    void amountsOfOtherScaleAgree() {
        Opportunity deal = with(change("amount", "USD 900", "USD 1200.0", MARCH));
        assertThat(deal.asOf(FEBRUARY).findings()).isEmpty();
        assertThat(deal.asOf(FEBRUARY).orThrow().orElseThrow().amount()).contains(Amounts.of("900", "USD"));
    }

    @Test
    void anEarlierValueThatCannotBeReadIsNotGuessed() {
        Opportunity deal = with(change("amount", "900", "USD 1200", FEBRUARY));
        assertThat(deal.asOf(JANUARY).value()).isEmpty();
        assertThat(deal.asOf(JANUARY).findings()).extracting(Finding::code).containsExactly("crm.history.unreadable");
        // What need not be undone need not be read.
        assertThat(deal.asOf(FEBRUARY).orThrow()).contains(deal);
    }

    @Test
    void linesHaveNoTextForm() {
        Opportunity deal = with(change("lines", "one", "two", FEBRUARY));
        assertThat(deal.asOf(JANUARY).findings()).extracting(Finding::code).containsExactly("crm.history.irreversible");
        assertThat(deal.asOf(FEBRUARY).findings()).isEmpty();
    }

    @Test
    void aFieldThatAnOpportunityDoesNotHaveIsAWarning() {
        Opportunity deal = with(change("StageName", "Prospecting", "Engaging", FEBRUARY));
        assertThat(deal.asOf(JANUARY).findings()).extracting(Finding::code).containsExactly("crm.history.unknownField");
        assertThat(deal.asOf(JANUARY).orThrow().orElseThrow().stage()).isEqualTo("Engaging");
    }

    @Test
    void aStageThatNobodyRecordedIsAnError() {
        Opportunity deal = with(change("stage", "", "Engaging", FEBRUARY));
        assertThat(deal.asOf(JANUARY).findings()).extracting(Finding::code).containsExactly("crm.history.stageUnknown");
    }

    @Test
    void withoutCreationTheFirstStageWithoutOneBeforeIsTheCreation() {
        Opportunity deal = with(change("stage", "", "Engaging", FEBRUARY)).withCreatedAt(Optional.empty());
        assertThat(deal.asOf(JANUARY).orThrow()).isEmpty();
        assertThat(deal.asOf(FEBRUARY).orThrow()).contains(deal);
        assertThat(deal.stageIntervals().orThrow())
                .containsExactly(new StageInterval("Engaging", Optional.of(FEBRUARY), Optional.empty()));
    }

    @Test
    void withoutAnyCreationItIsThereFromTheBeginningAndSaysSo() {
        Opportunity deal =
                with(change("stage", "Prospecting", "Engaging", FEBRUARY)).withCreatedAt(Optional.empty());
        assertThat(deal.asOf(Instant.EPOCH).orThrow().orElseThrow().stage()).isEqualTo("Prospecting");
        assertThat(deal.asOf(Instant.EPOCH).findings())
                .extracting(Finding::code)
                .containsExactly("crm.opportunity.createdUnknown");
        assertThat(deal.stageIntervals().orThrow().get(0).from()).isEmpty();
    }

    @Test
    void aChangeBeforeTheCreationProvesThatItWasThere() {
        Opportunity deal =
                with(change("stage", "Prospecting", "Engaging", JANUARY)).withCreatedAt(FEBRUARY);
        assertThat(deal.asOf(JANUARY).orThrow()).isPresent();
        assertThat(deal.asOf(JANUARY.minusNanos(1)).orThrow()).isEmpty();
        assertThat(deal.asOf(MARCH).findings()).extracting(Finding::code).containsExactly("crm.history.beforeCreation");
    }

    @Test
    void changesOfOneInstantAreChained() {
        Opportunity deal = with(
                change("stage", "B", "A", MARCH),
                change("stage", "A", "Engaging", MARCH),
                change("stage", "A", "B", MARCH),
                change("stage", "Prospecting", "A", MARCH));
        assertThat(deal.stageIntervals().findings()).isEmpty();
        assertThat(deal.stageIntervals().orThrow())
                .extracting(StageInterval::stage)
                .containsExactly("Prospecting", "A", "B", "A", "Engaging");
        assertThat(deal.asOf(FEBRUARY).orThrow().orElseThrow().stage()).isEqualTo("Prospecting");
    }

    @Test
    void aChangeIsRecordedInOrder() {
        By ana = new By(UserId.of("ana"), FEBRUARY);
        Opportunity moved = DEAL.change(Opportunity.STAGE, Optional.of("Won"), ana);
        assertThat(moved.history()).containsExactly(change("stage", "Engaging", "Won", FEBRUARY));
        assertThatThrownBy(
                        () -> moved.change(Opportunity.STAGE, Optional.of("Lost"), new By(UserId.of("ana"), JANUARY)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("006-118");
        assertThatThrownBy(() -> moved.change(Opportunity.STAGE, Optional.empty(), ana))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD 1e300", "USD 1e1000000000", "USD 1e-300"})
    void anAmountOfTooManyDigitsIsUnreadable(String text) {
        assertThat(with(change("amount", text, "USD 1200", MARCH)).asOf(JANUARY).findings())
                .extracting(Finding::code)
                .containsExactly("crm.history.unreadable");
        assertThat(with(change("custom.potential", "money:" + text, "", MARCH))
                        .asOf(JANUARY)
                        .findings())
                .extracting(Finding::code)
                .containsExactly("crm.history.unreadable");
    }

    @Test
    void aBlankStageInHistoryIsUnreadableAndNowhereElsePossible() {
        Opportunity blank = with(change("stage", "\u00A0", "Engaging", MARCH));
        assertThat(blank.asOf(FEBRUARY).findings()).extracting(Finding::code).containsExactly("crm.history.unreadable");
        assertThat(blank.stageIntervals().value()).isEmpty();
        assertThat(blank.stageIntervals().findings())
                .extracting(Finding::code)
                .containsExactly("crm.history.unreadable");
        assertThatThrownBy(() -> DEAL.withStage(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("stage of 006-118 must not be blank");
        assertThatThrownBy(() -> DEAL.change(Opportunity.STAGE, Optional.of(" "), new By(UserId.of("ana"), MARCH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aChangeThatChangesNothingIsNotRecorded() {
        By ana = new By(UserId.of("ana"), MARCH);
        assertThat(DEAL.change(Opportunity.AMOUNT, Optional.of(Amounts.of("1200.00", "USD")), ana))
                .isEqualTo(DEAL);
        assertThat(DEAL.change(Opportunity.OWNER, Optional.empty(), ana).history())
                .isEmpty();
    }
}
