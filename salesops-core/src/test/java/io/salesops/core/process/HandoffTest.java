package io.salesops.core.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.crm.Lead;
import io.salesops.core.crm.LeadId;
import io.salesops.core.explain.Ratio;
import io.salesops.core.finding.Finding;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.time.BusinessCalendar;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandoffTest {
    private static final ServiceClock CLOCK = ServiceClock.builder()
            .calendar(BusinessCalendar.weekdays("Europe/Berlin", "09:00", "17:30"))
            .respondWithin(Duration.ofHours(1))
            .build();

    private static Instant berlin(String local) {
        return ZonedDateTime.of(java.time.LocalDateTime.parse(local), ZoneId.of("Europe/Berlin"))
                .toInstant();
    }

    private static Lead lead(String id, String source) {
        return Lead.builder().id(LeadId.of(id)).source(source).build();
    }

    private static LeadEvent event(String lead, LeadEvent.Kind kind, String local) {
        return new LeadEvent(LeadId.of(lead), kind, berlin(local), Optional.empty());
    }

    /** Friday afternoon is followed by Monday, through either change of the clock in the week-end between. */
    @ParameterizedTest
    @CsvSource({
        "2026-03-27T16:45, 2026-03-30T09:15",
        "2026-10-23T16:45, 2026-10-26T09:15",
        "2026-03-29T02:30, 2026-03-30T10:00",
        "2026-10-25T02:30, 2026-10-26T10:00"
    })
    void daylightSavingGivesAndTakesNoWorkingTime(String received, String deadline) {
        assertThat(CLOCK.deadline(berlin(received))).isEqualTo(berlin(deadline));
    }

    /** At night people work, too: an hour that the clock skips is no working time, and one that repeats is two. */
    @Test
    void hoursThatTheClockSkipsOrRepeatsCountAsTheyPass() {
        ServiceClock night = CLOCK.withCalendar(BusinessCalendar.builder()
                        .zone(ZoneId.of("Europe/Berlin"))
                        .week(io.salesops.core.time.WeeklyHours.weekdays("01:00", "05:00"))
                        .putSpecialDays(
                                java.time.LocalDate.of(2026, 3, 29),
                                io.salesops.core.time.DayHours.of("01:00", "05:00"))
                        .putSpecialDays(
                                java.time.LocalDate.of(2026, 10, 25),
                                io.salesops.core.time.DayHours.of("01:00", "05:00"))
                        .build())
                .withRespondWithin(Duration.ofHours(3));
        assertThat(night.deadline(berlin("2026-03-29T01:00"))).isEqualTo(berlin("2026-03-29T05:00"));
        assertThat(night.deadline(berlin("2026-10-25T01:00"))).isEqualTo(berlin("2026-10-25T03:00"));
    }

    @Test
    void earliestAnswerCountsWhateverTheOrderOfEvents() {
        List<LeadEvent> events = new ArrayList<>(List.of(
                event("L-1", LeadEvent.Kind.QUALIFIED, "2026-03-27T16:45"),
                event("L-1", LeadEvent.Kind.RESPONDED, "2026-03-30T11:00"),
                event("L-1", LeadEvent.Kind.RESPONDED, "2026-03-30T09:10"),
                event("L-1", LeadEvent.Kind.ACCEPTED, "2026-03-30T12:00"),
                event("L-2", LeadEvent.Kind.QUALIFIED, "2026-03-30T09:00"),
                event("L-2", LeadEvent.Kind.REJECTED, "2026-03-30T11:00"),
                event("L-3", LeadEvent.Kind.QUALIFIED, "2026-03-30T09:00"),
                event("L-4", LeadEvent.Kind.QUALIFIED, "2026-03-30T11:30"),
                event("L-9", LeadEvent.Kind.WON, "2026-03-30T11:30")));
        List<Lead> leads = List.of(
                lead("L-1", "web"), lead("L-2", "web"), lead("L-3", "fair"), lead("L-4", "fair"), lead("L-5", "fair"));
        HandoffReport report = LeadHandoff.of(CLOCK).report(leads, events, berlin("2026-03-30T12:00"));
        assertThat(report.responseTimes()).containsEntry(LeadId.of("L-1"), Duration.ofMinutes(55));
        assertThat(report.inTime().numerator()).isEqualTo(io.salesops.core.money.Rational.of(1));
        assertThat(report.inTime().denominator()).isEqualTo(io.salesops.core.money.Rational.of(3));
        assertThat(report.waiting()).isEqualTo(1);
        assertThat(report.findings())
                .extracting(Finding::code, Finding::path)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("process.lead.late", "L-2/response"),
                        org.assertj.core.groups.Tuple.tuple("process.lead.unanswered", "L-3/response"));
        assertThat(report.omitted())
                .extracting(omission -> omission.reason() + " " + omission.examples())
                .containsExactly("events of a lead that is not there [L-9]", "lead was not handed over [L-5]");
        assertThat(report.explain()).startsWith("leads 4  handed over by");
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(events, new Random(seed));
            HandoffReport other = LeadHandoff.of(CLOCK).report(leads, events, berlin("2026-03-30T12:00"));
            assertThat(other).isEqualTo(report);
        }
    }

    @Test
    void leadsAreCountedStepByStepBySource() {
        List<Lead> leads = List.of(lead("L-1", "web"), lead("L-2", "web"), lead("L-3", "fair"));
        List<LeadEvent> events = List.of(
                event("L-1", LeadEvent.Kind.QUALIFIED, "2026-03-02T10:00"),
                event("L-1", LeadEvent.Kind.WON, "2026-03-20T10:00"),
                event("L-2", LeadEvent.Kind.QUALIFIED, "2026-03-02T10:00"),
                new LeadEvent(
                        LeadId.of("L-2"),
                        LeadEvent.Kind.REJECTED,
                        berlin("2026-03-02T10:10"),
                        Optional.of("no budget")),
                new LeadEvent(
                        LeadId.of("L-2"), LeadEvent.Kind.RECYCLED, berlin("2026-03-03T10:10"), Optional.of("later")),
                event("L-3", LeadEvent.Kind.QUALIFIED, "2026-03-02T10:00"),
                event("L-3", LeadEvent.Kind.ACCEPTED, "2026-03-02T10:00"));
        HandoffReport report = LeadHandoff.of(CLOCK).report(leads, events, berlin("2026-03-30T12:00"));
        assertThat(report.bySource())
                .containsEntry("web", new LeadFunnel(2, 1, 1, 1))
                .containsEntry("fair", new LeadFunnel(1, 1, 0, 0));
        assertThat(report.funnel().acceptance()).isEqualTo(Ratio.of(2, 3, List.of()));
        assertThat(report.funnel().conversion()).isEqualTo(Ratio.of(1, 2, List.of()));
        assertThat(report.funnel().winRate()).isEqualTo(Ratio.of(1, 1, List.of()));
        assertThat(report.rejectedFor()).containsEntry("no budget", 1L);
        assertThat(report.recycledFor()).containsEntry("later", 1L);
        assertThat(LeadHandoff.of(CLOCK)
                        .groupedBy(lead -> Optional.of(lead.id().value()))
                        .report(leads, events, berlin("2026-03-30T12:00"))
                        .bySource())
                .hasSize(3);
        assertThat(SalesOpsJson.read(SalesOpsJson.write(CLOCK), ServiceClock.class)
                        .orThrow())
                .isEqualTo(CLOCK);
    }
}
