package io.salesops.core.json;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Location;
import io.salesops.core.finding.Nearest;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Collects the findings of one text, each with its place. Not thread-safe: one text, one report. */
final class Report {
    private static final int LISTED = 20;

    /** Looking for the nearest name costs far more than reading a key: a text of wrong keys alone must not last. */
    private static final int HINTED = 1_000;

    private final String source;
    private final List<Finding> findings = new ArrayList<>();

    Report(String source) {
        this.source = source;
    }

    String source() {
        return source;
    }

    /** The list itself, for the parser. */
    List<Finding> list() {
        return findings;
    }

    int size() {
        return findings.size();
    }

    /** The findings in the order of the text. */
    ImmutableList<Finding> inOrder() {
        return findings.stream()
                .sorted(Comparator.comparing((Finding finding) ->
                                finding.location().map(Location::line).orElse(0L))
                        .thenComparing(finding ->
                                finding.location().map(Location::column).orElse(0)))
                .collect(ImmutableList.toImmutableList());
    }

    void add(String code, JsonPath path, int line, int column, String message, Optional<String> remedy) {
        findings.add(Finding.builder()
                .from(Finding.error(code, path.toString(), message))
                .remedy(remedy)
                .location(new Location(source, Math.max(1, line), Math.max(1, column)))
                .build());
    }

    void invalid(JsonPath path, Node at, String message, Optional<String> remedy) {
        add("json.value.invalid", path, at.line(), at.column(), message, remedy);
    }

    /** Reports a value of the wrong kind, or none. */
    void mismatch(JsonPath path, Node at, String expected) {
        if (at.kind() == Node.Kind.NULL) {
            add(
                    "json.value.null",
                    path,
                    at.line(),
                    at.column(),
                    "expected " + expected + ", found null",
                    Optional.empty());
        } else {
            invalid(path, at, "expected " + expected + ", found " + at.kind().words() + found(at), Optional.empty());
        }
    }

    private static String found(Node at) {
        return at.kind() == Node.Kind.OBJECT || at.kind() == Node.Kind.LIST ? "" : ": " + at.shown();
    }

    void duplicate(JsonPath path, Node.Entry entry, Node.Entry first) {
        add(
                "json.key.duplicate",
                path.to(entry.name()),
                entry.line(),
                entry.column(),
                "'" + Node.cut(entry.name()) + "' stands on line " + first.line() + " as well",
                Optional.empty());
    }

    void unknown(JsonPath path, Node.Entry entry, Collection<String> known) {
        add(
                "json.field.unknown",
                path.to(entry.name()),
                entry.line(),
                entry.column(),
                "unknown field '" + Node.cut(entry.name()) + "'",
                Optional.of(nearest(entry.name(), known)
                        .map(name -> "Maybe '" + name + "'.")
                        .orElse("Maybe one of " + listed(known) + ".")));
    }

    void missing(JsonPath path, Node at, String name, Optional<String> remedy) {
        add("json.field.missing", path.to(name), at.line(), at.column(), "'" + name + "' is missing", remedy);
    }

    void unknownName(String code, JsonPath path, Node at, String what, Collection<String> known) {
        findings.add(Finding.builder()
                .from(Finding.error(code, path.toString(), "unknown " + what + " '" + Node.cut(at.text()) + "'"))
                .remedy(nearest(at.text(), known)
                        .map(name -> "Maybe '" + name + "'.")
                        .orElse("Maybe one of " + listed(known) + "."))
                .evidence(ImmutableMap.of("known", listed(known)))
                .location(new Location(source, Math.max(1, at.line()), Math.max(1, at.column())))
                .build());
    }

    private Optional<String> nearest(String name, Collection<String> known) {
        return findings.size() < HINTED ? Nearest.to(name, known) : Optional.empty();
    }

    static String listed(Collection<String> names) {
        String first = String.join(", ", names.stream().limit(LISTED).toList());
        return names.size() <= LISTED ? first : first + " and " + (names.size() - LISTED) + " more";
    }
}
