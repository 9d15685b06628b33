package io.salesops.core.finding;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import java.util.regex.Pattern;
import org.immutables.value.Value;

/** One thing about data that is wrong or worth knowing. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Finding.Builder.class)
public interface Finding extends WithFinding {

    /** Stable name for programs and for the guide: {@code area.subject.problem}, for example {@code commission.tier.gap}. */
    String code();

    /** How much it matters. */
    Severity severity();

    /** JSON pointer into the document ({@code /rules/2/tiers/1/upTo}), or record and field ({@code A-17/website}); empty for the whole. */
    String path();

    /** One sentence in English that names the value at fault. */
    String message();

    /** The values that the message speaks of, by name. */
    ImmutableMap<String, String> evidence();

    /** What to do about it; a sentence that begins with "Maybe". */
    Optional<String> remedy();

    /** Where in a file it stands. */
    Optional<Location> location();

    /** Starts a finding. */
    static Builder builder() {
        return new Builder();
    }

    /** Obtains an error. */
    static Finding error(String code, String path, String message) {
        return of(Severity.ERROR, code, path, message);
    }

    /** Obtains a warning. */
    static Finding warning(String code, String path, String message) {
        return of(Severity.WARNING, code, path, message);
    }

    /** Obtains a piece of information. */
    static Finding info(String code, String path, String message) {
        return of(Severity.INFO, code, path, message);
    }

    /** Obtains a finding without evidence, remedy and location. */
    static Finding of(Severity severity, String code, String path, String message) {
        return builder()
                .severity(severity)
                .code(code)
                .path(path)
                .message(message)
                .build();
    }

    /**
     * Returns this finding with the remedy.
     *
     * @throws IllegalArgumentException if it does not begin with "Maybe": a guess must read as one
     */
    default Finding maybe(String remedy) {
        checkArgument(remedy.startsWith("Maybe"), "remedy of %s must begin with Maybe: '%s'", code(), remedy);
        return withRemedy(remedy);
    }

    /** Returns the finding as one line of text: location or path, severity, code, message, remedy. */
    default String text() {
        StringBuilder text = new StringBuilder();
        location().ifPresent(at -> text.append(at).append(": "));
        text.append(severity().name().toLowerCase(java.util.Locale.ROOT))
                .append(' ')
                .append(code());
        if (!path().isEmpty()) {
            text.append(' ').append(path());
        }
        text.append(": ").append(message());
        remedy().ifPresent(maybe ->
                text.append(message().endsWith(".") ? " " : ". ").append(maybe));
        return text.toString();
    }

    /** Checks the shape of the code. */
    @Value.Check
    default void check() {
        checkArgument(
                Codes.SHAPE.matcher(code()).matches(),
                "finding code must read area.subject.problem: '%s'. Maybe use lower case words joined by dots.",
                code());
    }

    /** Builds findings. */
    final class Builder extends ImmutableFinding.Builder {
        Builder() {}
    }

    /** The shape of codes. */
    final class Codes {
        private static final Pattern SHAPE = Pattern.compile("[a-z][A-Za-z0-9]*(\\.[a-z][A-Za-z0-9]*){1,4}");

        private Codes() {}
    }
}
