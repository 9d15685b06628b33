package io.salesops.core.process;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.CustomFields;
import io.salesops.core.crm.FieldChange;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.RepId;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.StageInterval;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import io.salesops.core.time.AsOf;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds one deal against a process on a day. */
final class DealCheck {

    private final SalesProcess process;
    private final ImmutableMap<String, Stage> stages;
    private final Optional<ImmutableMap<RepId, SalesRep>> reps;
    private final AsOf asOf;

    DealCheck(
            SalesProcess process,
            ImmutableMap<String, Stage> stages,
            Optional<ImmutableMap<RepId, SalesRep>> reps,
            AsOf asOf) {
        this.reps = reps;
        this.process = process;
        this.stages = stages;
        this.asOf = asOf;
    }

    /** Every breach; {@code evidence} names the field or the value that makes breaches of several deals the same. */
    ImmutableList<Finding> breaches(Opportunity deal) {
        ImmutableList.Builder<Finding> breaches = ImmutableList.builder();
        Stage stage = stages.get(deal.stage());
        if (stage == null) {
            breaches.add(breach(
                            deal,
                            Severity.ERROR,
                            "process.stage.unknown",
                            "stage '" + deal.stage() + "' is not in " + process.id(),
                            "stage '" + deal.stage() + "'")
                    .maybe("Maybe one of " + stages.keySet() + "."));
        } else {
            addMissing(deal, stage, breaches);
            if (stage.outcome() == StageOutcome.OPEN) {
                addPastCloseDate(deal, stage, breaches);
                addStale(deal, stage, breaches);
                addOwner(deal, breaches);
            }
            addEntry(deal, stage, breaches);
        }
        addMoves(deal, breaches);
        addPushes(deal, breaches);
        return breaches.build();
    }

    private static void addMissing(Opportunity deal, Stage stage, ImmutableList.Builder<Finding> breaches) {
        for (String required : stage.requires()) {
            if (!isPresent(deal, required)) {
                breaches.add(breach(
                        deal,
                        Severity.ERROR,
                        "process.field.missing",
                        required + " is required in " + stage.id(),
                        required));
            }
        }
    }

    private void addPastCloseDate(Opportunity deal, Stage stage, ImmutableList.Builder<Finding> breaches) {
        deal.closeDate()
                .filter(date -> date.isBefore(asOf.date()))
                .ifPresent(date -> breaches.add(breach(
                        deal,
                        Severity.WARNING,
                        "process.closeDate.past",
                        "close date " + date + " has passed and the deal is still in " + stage.id(),
                        "closeDate")));
    }

    /** The age in a stage counts from the last move into it, else from the day on which selling began. */
    private void addStale(Opportunity deal, Stage stage, ImmutableList.Builder<Finding> breaches) {
        if (stage.maxDays().isEmpty()) {
            return;
        }
        int limit = stage.maxDays().getAsInt();
        stageChanges(deal).stream()
                .filter(change -> change.after().equals(Optional.of(stage.id())))
                .map(change -> day(change.by().at()))
                .max(Comparator.naturalOrder())
                .or(deal::engagedOn)
                .or(() -> deal.createdAt().map(this::day))
                .map(since -> ChronoUnit.DAYS.between(since, asOf.date()))
                .filter(days -> days > limit)
                .ifPresent(days -> breaches.add(breach(
                        deal,
                        Severity.WARNING,
                        "process.stage.stale",
                        days + " days in " + stage.id() + ", limit " + limit,
                        "stage " + stage.id())));
    }

    /** A stay that lies between two moves tells from where to where; a history that contradicts itself is a breach of its own. */
    private void addMoves(Opportunity deal, ImmutableList.Builder<Finding> breaches) {
        if (stageChanges(deal).isEmpty()) {
            return;
        }
        Checked<ImmutableList<StageInterval>> stays = deal.stageIntervals();
        Optional<Finding> contradiction = stays.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .findFirst();
        if (contradiction.isPresent()) {
            breaches.add(breach(
                    deal,
                    Severity.WARNING,
                    "process.history.unreadable",
                    "moves cannot be checked: " + contradiction.get().message(),
                    "history"));
            return;
        }
        stays.value().ifPresent(known -> {
            for (int i = 1; i < known.size(); i++) {
                addMove(deal, known.get(i - 1), known.get(i), breaches);
            }
        });
    }

    private void addMove(
            Opportunity deal, StageInterval from, StageInterval to, ImmutableList.Builder<Finding> breaches) {
        Stage left = stages.get(from.stage());
        boolean later = to.from().isPresent()
                && asOf.knownAt().isPresent()
                && to.from().get().isAfter(asOf.knownAt().get());
        if (left == null || later) {
            return;
        }
        addExit(deal, left, to, breaches);
        if (left.next().contains(to.stage())) {
            return;
        }
        breaches.add(breach(
                deal,
                Severity.WARNING,
                isBack(left, to.stage()) ? "process.stage.regressed" : "process.stage.skipped",
                from.stage() + " -> " + to.stage()
                        + to.from().map(at -> " on " + day(at)).orElse("") + "; allowed next: "
                        + (left.next().isEmpty() ? "none" : String.join(", ", left.next())),
                "move " + from.stage() + " -> " + to.stage()));
    }

    /** Whether a move leads from one open stage to an earlier one. */
    private boolean isBack(Stage left, String to) {
        Stage next = stages.get(to);
        return next != null
                && left.outcome() == StageOutcome.OPEN
                && next.outcome() == StageOutcome.OPEN
                && process.stages().indexOf(next) < process.stages().indexOf(left);
    }

    private void addPushes(Opportunity deal, ImmutableList.Builder<Finding> breaches) {
        CloseDateMoves moves = CloseDateMoves.of(deal, asOf);
        if (moves.pushes() > process.maxPushes()) {
            breaches.add(breach(
                            deal,
                            Severity.WARNING,
                            "process.closeDate.pushed",
                            "close date pushed out " + moves.pushes() + " times by " + moves.pushedDays()
                                    + " days in all, limit " + process.maxPushes() + " times",
                            "closeDate")
                    .withEvidence(Map.of(
                            "subject",
                            "closeDate",
                            "pushes",
                            Integer.toString(moves.pushes()),
                            "netDays",
                            Long.toString(moves.netDays()))));
        }
    }

    /** What the owner is on the day, where the reps are known. */
    private void addOwner(Opportunity deal, ImmutableList.Builder<Finding> breaches) {
        Optional<RepId> owner = deal.owner();
        if (reps.isEmpty() || owner.isEmpty()) {
            return;
        }
        SalesRep rep = reps.get().get(owner.get());
        if (rep == null) {
            breaches.add(breach(
                            deal,
                            Severity.WARNING,
                            "process.owner.unknown",
                            "owner '" + owner.get() + "' is no rep that is there",
                            "owner")
                    .maybe("Maybe the deal needs another owner."));
        } else if (!rep.active().contains(asOf.date())) {
            breaches.add(breach(
                            deal,
                            Severity.WARNING,
                            "process.owner.inactive",
                            "owner '" + owner.get() + "' does not sell on " + asOf.date(),
                            "owner")
                    .maybe("Maybe the deal needs another owner."));
        }
    }

    /** What a stage demands while a deal is in it. */
    private static void addEntry(Opportunity deal, Stage stage, ImmutableList.Builder<Finding> breaches) {
        stage.entry()
                .filter(entry -> entry.test(deal) == Truth.FALSE)
                .ifPresent(entry -> breaches.add(breach(
                        deal,
                        Severity.ERROR,
                        "process.entry.unmet",
                        "it does not hold that " + entry.words() + ", as " + stage.id() + " demands",
                        "entry of " + stage.id())));
    }

    /** What a stage demanded when a deal left it, of the deal as it was known at that moment. */
    private void addExit(Opportunity deal, Stage left, StageInterval to, ImmutableList.Builder<Finding> breaches) {
        Optional<Opportunity> then =
                to.from().flatMap(at -> deal.asOf(at).value()).flatMap(known -> known);
        if (left.exit().isPresent() && then.isPresent() && left.exit().get().test(then.get()) == Truth.FALSE) {
            breaches.add(breach(
                    deal,
                    Severity.ERROR,
                    "process.exit.unmet",
                    "it did not hold that " + left.exit().get().words() + " when the deal left " + left.id()
                            + to.from().map(at -> " on " + day(at)).orElse(""),
                    "exit of " + left.id()));
        }
    }

    private List<FieldChange> stageChanges(Opportunity deal) {
        return deal.history().stream()
                .filter(change -> change.field().equals(Opportunity.STAGE.name()) && isKnown(change))
                .toList();
    }

    private boolean isKnown(FieldChange change) {
        return asOf.knownAt().map(limit -> !change.by().at().isAfter(limit)).orElse(true);
    }

    private LocalDate day(Instant at) {
        return at.atZone(asOf.zone()).toLocalDate();
    }

    static boolean isPresent(Opportunity deal, String field) {
        if (field.startsWith(CustomFields.PREFIX)) {
            return deal.custom().values().containsKey(field.substring(CustomFields.PREFIX.length()));
        }
        Field<Opportunity, ?> named = Opportunity.fields().named().get(field);
        return named != null && named.get(deal).isPresent();
    }

    private static Finding breach(Opportunity deal, Severity severity, String code, String message, String subject) {
        return Finding.of(severity, code, deal.id() + "/" + subject, message).withEvidence(Map.of("subject", subject));
    }
}
