package io.salesops.core.crm;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Multimaps;
import io.salesops.core.criteria.Field;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.BiFunction;

/** What the field history of an opportunity says: earlier states, stays in stages, contradictions. */
final class OpportunityHistory {
    private static final ImmutableMap<String, Tracked<?>> TRACKED = Maps.uniqueIndex(
            List.of(
                    new Tracked<>(Opportunity.NAME, (deal, name) -> deal.withName(name)),
                    new Tracked<>(Opportunity.ACCOUNT, (deal, account) -> deal.withAccount(account)),
                    new Tracked<>(Opportunity.OWNER, (deal, owner) -> deal.withOwner(owner)),
                    new Tracked<>(Opportunity.STAGE, (deal, stage) -> deal.withStage(stage.orElseThrow())),
                    new Tracked<>(Opportunity.AMOUNT, (deal, amount) -> deal.withAmount(amount)),
                    new Tracked<>(Opportunity.CLOSE_DATE, (deal, day) -> deal.withCloseDate(day)),
                    new Tracked<>(Opportunity.ENGAGED_ON, (deal, day) -> deal.withEngagedOn(day))),
            tracked -> tracked.field().name());
    private static final ImmutableSet<String> UNTRACKED = ImmutableSet.of("id", "createdAt", "lines", "history");

    private final Opportunity deal;
    private final ImmutableListMultimap<String, FieldChange> changes;
    private final List<Finding> findings = new ArrayList<>();

    private OpportunityHistory(Opportunity deal) {
        this.deal = deal;
        this.changes = Multimaps.index(deal.history(), FieldChange::field);
    }

    static Checked<Optional<Opportunity>> asOf(Opportunity deal, Instant at) {
        return new OpportunityHistory(deal).asOf(at);
    }

    static Checked<ImmutableList<StageInterval>> stageIntervals(Opportunity deal) {
        return new OpportunityHistory(deal).stageIntervals();
    }

    static <V> Opportunity change(Opportunity deal, Field<Opportunity, V> field, Optional<V> value, By by) {
        Tracked<?> tracked = tracked(field.name())
                .orElseThrow(() -> new IllegalArgumentException(
                        "history does not track field " + field + ". Maybe set it without history."));
        checkArgument(
                value.isPresent() || !field.equals(Opportunity.STAGE), "stage of %s must not be cleared", deal.id());
        deal.history().stream()
                .filter(earlier -> earlier.field().equals(field.name()))
                .forEach(earlier -> checkArgument(
                        !earlier.by().at().isAfter(by.at()),
                        "%s of %s was changed at %s, after %s",
                        field,
                        deal.id(),
                        earlier.by().at(),
                        by.at()));
        FieldChange change =
                new FieldChange(field.name(), tracked.text(deal), value.map(after -> FieldText.of(field, after)), by);
        if (change.before().equals(change.after())) {
            return deal;
        }
        return tracked.set(deal, change.after())
                .withHistory(ImmutableList.<FieldChange>builder()
                        .addAll(deal.history())
                        .add(change)
                        .build());
    }

    private Checked<Optional<Opportunity>> asOf(Instant at) {
        Optional<Instant> born = born();
        if (born.isPresent() && at.isBefore(born.get())) {
            return Checked.accepted(Optional.empty(), findings);
        }
        Opportunity then = deal;
        for (String field : new TreeSet<>(changes.keySet())) {
            then = undo(then, field, at);
        }
        ImmutableList<FieldChange> known = deal.history().stream()
                .filter(change -> !change.by().at().isAfter(at))
                .collect(ImmutableList.toImmutableList());
        return Checked.of(Optional.of(then.withHistory(known)), findings);
    }

    private Opportunity undo(Opportunity then, String field, Instant at) {
        Optional<Tracked<?>> tracked = tracked(field);
        boolean isLater =
                changes.get(field).stream().anyMatch(change -> change.by().at().isAfter(at));
        if (tracked.isEmpty()) {
            if (UNTRACKED.contains(field) && isLater) {
                findings.add(Finding.error(
                        "crm.history.irreversible",
                        path(field),
                        "changes of " + field + " after " + at + " cannot be undone: it has no text form."));
            } else if (!UNTRACKED.contains(field)) {
                findings.add(Finding.warning(
                                "crm.history.unknownField",
                                path(field),
                                "history names the field '" + field + "', which an opportunity does not have.")
                        .maybe("Maybe map it to a field's name, or to custom." + field + "."));
            }
            return then;
        }
        FieldHistory history = history(field, tracked.get());
        findings.addAll(history.contradictions(deal.id()));
        if (!isLater) {
            return then;
        }
        Optional<String> text = history.valueAt(at);
        if (text.isEmpty() && field.equals(Opportunity.STAGE.name())) {
            findings.add(Finding.error(
                            "crm.history.stageUnknown",
                            path(field),
                            "no stage is recorded for " + at + ", when the opportunity was already there.")
                    .maybe("Maybe the first stage change lacks its value before."));
            return then;
        }
        try {
            return tracked.get().set(then, text);
        } catch (IllegalArgumentException e) {
            findings.add(Finding.error(
                            "crm.history.unreadable",
                            path(field),
                            "changes of " + field + " after " + at + " cannot be undone: " + e.getMessage())
                    .withEvidence(ImmutableMap.of("text", text.orElse(""))));
            return then;
        }
    }

    private Checked<ImmutableList<StageInterval>> stageIntervals() {
        FieldHistory history = history(
                Opportunity.STAGE.name(), tracked(Opportunity.STAGE.name()).orElseThrow());
        Optional<Instant> from = born();
        findings.addAll(history.contradictions(deal.id()));
        ImmutableList.Builder<StageInterval> intervals = ImmutableList.builder();
        for (FieldChange change : history.changes()) {
            Optional<Instant> until = Optional.of(change.by().at());
            Optional<Instant> since = from;
            change.before().ifPresent(stage -> {
                if (Blanks.isBlank(stage)) {
                    findings.add(Finding.error(
                                    "crm.history.unreadable",
                                    path(Opportunity.STAGE.name()),
                                    "the stage before the change at "
                                            + change.by().at() + " is blank: '" + stage + "'")
                            .withEvidence(ImmutableMap.of("text", stage))
                            .maybe("Maybe leave the value before absent where there was none."));
                } else {
                    intervals.add(new StageInterval(stage, since, until));
                }
            });
            from = until;
        }
        return Checked.of(
                intervals
                        .add(new StageInterval(deal.stage(), from, Optional.empty()))
                        .build(),
                findings);
    }

    /** When the opportunity began to be there: its creation, or the first recorded change where that is earlier. */
    private Optional<Instant> born() {
        Optional<FieldChange> first = deal.history().stream()
                .min(java.util.Comparator.comparing(change -> change.by().at()));
        Optional<Instant> firstAt = first.map(change -> change.by().at());
        if (deal.createdAt().isEmpty()) {
            boolean firstCreates = changes.get(Opportunity.STAGE.name()).stream()
                    .anyMatch(change -> change.before().isEmpty()
                            && Optional.of(change.by().at()).equals(firstAt));
            if (firstCreates) {
                return firstAt;
            }
            findings.add(Finding.info(
                    "crm.opportunity.createdUnknown",
                    path("createdAt"),
                    "nobody recorded when " + deal.id() + " was created; it counts as there from the beginning."));
            return Optional.empty();
        }
        if (firstAt.isPresent() && firstAt.get().isBefore(deal.createdAt().get())) {
            findings.add(Finding.warning(
                    "crm.history.beforeCreation",
                    path("createdAt"),
                    deal.id() + " was changed at " + firstAt.get() + ", before its creation at "
                            + deal.createdAt().get() + "; it counts as there from the first change."));
            return firstAt;
        }
        return deal.createdAt();
    }

    private FieldHistory history(String field, Tracked<?> tracked) {
        List<FieldChange> inOneForm = changes.get(field).stream()
                .map(change -> new FieldChange(
                        field,
                        change.before().map(tracked::oneForm),
                        change.after().map(tracked::oneForm),
                        change.by()))
                .toList();
        return FieldHistory.of(inOneForm, tracked.text(deal));
    }

    private String path(String field) {
        return deal.id() + "/" + field;
    }

    private static Optional<Tracked<?>> tracked(String field) {
        return FieldText.isCustom(field)
                ? Optional.of(custom(field.substring(CustomFields.PREFIX.length())))
                : Optional.ofNullable(TRACKED.get(field));
    }

    /** A custom field of any type: its text names the kind. */
    private static Tracked<CustomFields.CustomValue> custom(String name) {
        return new Tracked<>(
                Field.of(
                        Opportunity.class,
                        CustomFields.PREFIX + name,
                        CustomFields.CustomValue.class,
                        deal -> deal.custom().get(name)),
                (deal, value) ->
                        deal.withCustom(value.map(after -> deal.custom().with(name, after))
                                .orElseGet(() -> deal.custom().without(name))));
    }

    /** A field that history can undo. */
    private record Tracked<V>(Field<Opportunity, V> field, BiFunction<Opportunity, Optional<V>, Opportunity> setter) {

        Optional<String> text(Opportunity deal) {
            return field.get(deal).map(this::text);
        }

        Opportunity set(Opportunity deal, Optional<String> text) {
            return setter.apply(deal, text.map(this::parse));
        }

        /** Returns the one text of the value, or the text itself if it cannot be read. */
        String oneForm(String text) {
            try {
                return text(parse(text));
            } catch (IllegalArgumentException e) {
                return text;
            }
        }

        private String text(V value) {
            return value instanceof CustomFields.CustomValue custom ? FieldText.of(custom) : FieldText.of(field, value);
        }

        private V parse(String text) {
            return field.type() == CustomFields.CustomValue.class
                    ? field.type().cast(FieldText.parseCustom(text))
                    : FieldText.parse(field, text);
        }
    }
}
