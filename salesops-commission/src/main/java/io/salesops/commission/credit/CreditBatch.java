package io.salesops.commission.credit;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.explain.Explanation;
import io.salesops.core.explain.Provenance;
import io.salesops.core.explain.Quantity;
import io.salesops.core.explain.Step;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingTally;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** One call of crediting: events by id, each reversal after what it reverses. */
final class CreditBatch {
    private static final int EXAMPLES = 5;
    private static final String ERRORS = "has errors";
    private static final Comparator<CreditEvent> ORDER =
            Comparator.comparing(CreditEvent::date).thenComparing(CreditEvent::id);

    private final RuleBook book;
    private final SalesOrg org;
    private final AsOf asOf;
    private final Execution execution;
    private final Map<String, List<String>> leftOut = new TreeMap<>();
    private final ImmutableSet<CreditEventId> twice;

    CreditBatch(RuleBook book, SalesOrg org, AsOf asOf, Execution execution, List<CreditEvent> events) {
        this.book = book;
        this.org = org;
        this.asOf = asOf;
        this.execution = execution;
        Set<CreditEventId> seen = new HashSet<>();
        twice = events.stream().map(CreditEvent::id).filter(id -> !seen.add(id)).collect(ImmutableSet.toImmutableSet());
    }

    Credits run(ImmutableList<CreditEvent> events, Function<List<CreditEvent>, Provenance> provenance) {
        FindingTally tally = FindingTally.keepingFirst();
        org.hierarchy().check().forEach(tally::add);
        List<Credit> credits = new ArrayList<>();
        List<Uncredited> uncredited = new ArrayList<>();
        long credited = 0;
        long done = 0;
        for (List<CreditEvent> family : families(events).values()) {
            execution.cancellation().check("credit");
            List<Finding> findings = new ArrayList<>();
            for (CreditWriter writer : credit(family, findings).values()) {
                credits.addAll(writer.credits());
                uncredited.addAll(writer.uncredited());
                credited++;
            }
            findings.forEach(tally::add);
            done += family.size();
            execution.progress().at("credit", done, events.size());
        }
        credits.sort(Comparator.comparing(Credit::date).thenComparing(Credit::id));
        uncredited.sort(Comparator.comparing(Uncredited::event)
                .thenComparing(each -> each.line().orElse("")));
        Explanation explanation = explanation(events.size(), credited);
        ImmutableList.Builder<Omission> omitted = ImmutableList.builder();
        omitted.addAll(omissions(leftOut));
        omitted.addAll(omitted(uncredited));
        omitted.addAll(tally.omitted());
        return Credits.builder()
                .credits(credits)
                .uncredited(uncredited)
                .explanation(explanation)
                .findings(tally.kept())
                .omitted(omitted.build())
                .computedFrom(provenance.apply(events))
                .build();
    }

    /** What nobody has, by reason. */
    static ImmutableList<Omission> omitted(List<Uncredited> uncredited) {
        Map<String, List<String>> byReason = new TreeMap<>();
        for (Uncredited each : uncredited) {
            String line = each.line().map(id -> "/" + id).orElse("");
            byReason.computeIfAbsent(each.reason(), key -> new ArrayList<>()).add(each.event() + line);
        }
        return omissions(byReason);
    }

    private static ImmutableList<Omission> omissions(Map<String, List<String>> idsByReason) {
        return idsByReason.entrySet().stream()
                .map(entry -> Omission.of(entry.getKey(), ImmutableList.sortedCopyOf(entry.getValue()), EXAMPLES))
                .collect(ImmutableList.toImmutableList());
    }

    /** Returns the steps of one of the events, or nothing and why in {@code findings}. */
    Optional<CreditWriter> explain(CreditEventId id, List<CreditEvent> events, List<Finding> findings) {
        List<CreditWriter> found = new ArrayList<>();
        for (List<CreditEvent> family : families(events).values()) {
            List<Finding> ofFamily = new ArrayList<>();
            Optional.ofNullable(credit(family, ofFamily).get(id)).ifPresent(found::add);
            String path = "/events/" + id;
            ofFamily.stream()
                    .filter(finding ->
                            finding.path().equals(path) || finding.path().startsWith(path + "/"))
                    .forEach(findings::add);
        }
        if (found.isEmpty() && !CreditAllocator.isRefused(findings)) {
            findings.add(Finding.error(
                            "commission.event.leftOut",
                            "/events/" + id,
                            "event " + id + " is not credited: "
                                    + (leftOut.isEmpty() ? "it is not among the events" : leftOut.keySet()))
                    .maybe("Maybe ask as of another day."));
        }
        return found.stream().findFirst();
    }

    /** Events by what they reverse, or by themselves. */
    private static Map<CreditEventId, List<CreditEvent>> families(List<CreditEvent> events) {
        Map<CreditEventId, List<CreditEvent>> families = new TreeMap<>();
        for (CreditEvent event : events) {
            families.computeIfAbsent(event.reverses().orElse(event.id()), key -> new ArrayList<>())
                    .add(event);
        }
        return families;
    }

    private Map<CreditEventId, CreditWriter> credit(List<CreditEvent> family, List<Finding> findings) {
        Map<CreditEventId, CreditWriter> writers = new TreeMap<>();
        List<CreditEvent> sound = sound(family, findings);
        List<ItemCredits> originals = new ArrayList<>();
        Optional<CreditEvent> root =
                sound.stream().filter(event -> event.reverses().isEmpty()).findFirst();
        root.ifPresent(event -> original(event, findings).ifPresent(items -> {
            originals.addAll(items);
            writers.put(event.id(), new CreditWriter(book, event, items));
        }));
        boolean isThere = family.stream().anyMatch(event -> event.reverses().isEmpty());
        sound.stream()
                .filter(event -> event.reverses().isPresent())
                .sorted(ORDER)
                .forEach(event -> {
                    if (originals.isEmpty()) {
                        orphan(event, isThere, findings);
                    } else {
                        reversal(event, root.orElseThrow(), originals, findings)
                                .ifPresent(items -> writers.put(event.id(), new CreditWriter(book, event, items)));
                    }
                });
        return writers;
    }

    /** The events of a family that may be credited. */
    private List<CreditEvent> sound(List<CreditEvent> family, List<Finding> findings) {
        List<CreditEvent> sound = new ArrayList<>();
        for (CreditEvent event : ImmutableList.sortedCopyOf(ORDER, family)) {
            List<Finding> own = new ArrayList<>();
            EventCheck.check(event, book.rules().rounding(), own);
            if (twice.contains(event.id())) {
                own.add(error(
                        event,
                        "commission.event.duplicate",
                        "its id occurs twice",
                        "Maybe a file was loaded twice; a correction needs an id of its own."));
            }
            if (asOf.knownAt().isPresent() && event.recordedAt().isEmpty()) {
                own.add(error(
                        event,
                        "commission.event.unrecorded",
                        "it does not say when it was recorded, so what was known at "
                                + asOf.knownAt().get() + " is unknown",
                        "Maybe load the time of recording, or ask without knownAt."));
            }
            findings.addAll(own);
            Optional<String> reason = CreditAllocator.isRefused(own) ? Optional.of(ERRORS) : whyNot(event);
            reason.ifPresentOrElse(why -> leaveOut(why, event.id().value()), () -> sound.add(event));
        }
        return sound;
    }

    private Optional<String> whyNot(CreditEvent event) {
        if (asOf.knownAt().isPresent()
                && event.recordedAt().orElseThrow().isAfter(asOf.knownAt().get())) {
            return Optional.of("not yet recorded at " + asOf.knownAt().get());
        }
        if (event.date().isAfter(asOf.date())) {
            return Optional.of("after " + asOf.date());
        }
        return event.reverses().isEmpty() && !book.rules().effective().contains(event.date())
                ? Optional.of("outside the days of the rules")
                : Optional.empty();
    }

    private Optional<List<ItemCredits>> original(CreditEvent event, List<Finding> findings) {
        return exactly(
                event,
                findings,
                own -> CreditItem.of(event).stream()
                        .map(item -> ItemCrediting.of(book, org, item, own))
                        .toList());
    }

    private Optional<List<ItemCredits>> reversal(
            CreditEvent event, CreditEvent root, List<ItemCredits> originals, List<Finding> findings) {
        return exactly(event, findings, own -> {
            String currency = root.amount().getCurrency().getCurrencyCode();
            if (!event.amount().getCurrency().getCurrencyCode().equals(currency)) {
                own.add(error(
                        event,
                        "commission.event.currency",
                        event.amount() + " is not in the currency of " + root.id() + ", " + currency,
                        "Maybe convert it first."));
                return List.of();
            }
            if (event.date().isBefore(root.date())) {
                own.add(Finding.warning(
                        "commission.event.early",
                        "/events/" + event.id() + "/date",
                        "event " + event.id() + " takes back " + root.id() + " before its day: " + event.date()
                                + " and " + root.date()));
            }
            return Reversal.of(
                    event,
                    originals,
                    book.rules().rounding().scaleOf(root.amount().getCurrency()),
                    own);
        });
    }

    /** An event with an error is left out as a whole, a figure that cannot be exact included. */
    private Optional<List<ItemCredits>> exactly(
            CreditEvent event, List<Finding> findings, Function<List<Finding>, List<ItemCredits>> crediting) {
        List<Finding> own = new ArrayList<>();
        List<ItemCredits> items = List.of();
        try {
            items = crediting.apply(own);
        } catch (ArithmeticException e) {
            own.add(error(
                    event,
                    "commission.event.exact",
                    "its shares cannot be calculated exactly: " + e.getMessage(),
                    "Maybe the rounding mode is UNNECESSARY, or an amount has too many digits."));
        }
        findings.addAll(own);
        if (CreditAllocator.isRefused(own)) {
            leaveOut(ERRORS, event.id().value());
            return Optional.empty();
        }
        return Optional.of(items);
    }

    private void orphan(CreditEvent event, boolean isThere, List<Finding> findings) {
        if (isThere) {
            leaveOut("takes back an event that is left out", event.id().value());
            return;
        }
        findings.add(error(
                event,
                "commission.event.original",
                "it takes back " + event.reverses().map(CreditEventId::value).orElse("")
                        + ", which is not among the events, or takes back another itself",
                "Maybe pass the original with it."));
        leaveOut(ERRORS, event.id().value());
    }

    private void leaveOut(String reason, String id) {
        leftOut.computeIfAbsent(reason, key -> new ArrayList<>()).add(id);
    }

    private Explanation explanation(long events, long credited) {
        List<Step> steps = new ArrayList<>();
        steps.add(Step.of(book.ref(""), "put to the rules", Quantity.of(credited, "events")));
        leftOut.forEach((reason, ids) ->
                steps.add(Step.of(book.ref(""), "left out, " + reason, Quantity.of(ids.size(), "events"))));
        return new Explanation.Sum(
                "rules " + book.rules().id() + " v" + book.rules().version() + " on " + asOf.date(),
                Quantity.of(events, "events"),
                ImmutableList.copyOf(steps));
    }

    private static Finding error(CreditEvent event, String code, String problem, String remedy) {
        return Finding.error(code, "/events/" + event.id(), "event " + event.id() + ": " + problem)
                .withEvidence(Map.of("event", event.id().value()))
                .maybe(remedy);
    }

    /** Cheaper than JSON, and as exact. */
    static String fact(CreditEvent event) {
        return String.join(
                "\t",
                event.id().value(),
                event.date().toString(),
                Amounts.number(event.amount()).stripTrailingZeros().toString(),
                event.amount().getCurrency().getCurrencyCode(),
                event.basis().name(),
                event.source(),
                event.reverses().toString(),
                event.owner().toString(),
                event.account().toString(),
                new TreeMap<>(event.split()).toString(),
                event.units().map(units -> units.stripTrailingZeros()).toString(),
                event.margin().toString(),
                event.lines().toString(),
                event.recordedAt().toString(),
                event.custom().toString());
    }
}
