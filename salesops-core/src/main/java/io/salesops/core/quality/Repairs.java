package io.salesops.core.quality;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Blanks;
import io.salesops.core.quality.QualitySubject.Meaning;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.PhoneNumbers;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The repairs of one text, each with its reason; a text that came out of them needs no other. */
final class Repairs {
    private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*://");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]{0,62})(\\.[a-z0-9]([a-z0-9-]{0,62}))*\\.[a-z][a-z0-9-]{1,62}");

    private final Meaning meaning;
    private final boolean required;
    private final ImmutableSet<String> placeholders;
    private final ImmutableList<String> allowed;
    private final Optional<Normalizer> normalizer;
    private final Optional<PhoneNumbers> phones;

    /**
     * Obtains the repairs of a field.
     *
     * @param meaning what its texts mean
     * @param required whether it cannot be cleared
     * @param placeholders texts in lower case that stand for none
     * @param allowed the texts that a rule allows; none where no rule lists them
     * @param normalizer what writes the texts, in place of what their meaning would do
     * @param phones what reads phone numbers, if anything does
     */
    Repairs(
            Meaning meaning,
            boolean required,
            ImmutableSet<String> placeholders,
            ImmutableList<String> allowed,
            Optional<Normalizer> normalizer,
            Optional<PhoneNumbers> phones) {
        this.normalizer = normalizer;
        this.phones = phones;
        this.meaning = meaning;
        this.required = required;
        this.placeholders = placeholders;
        this.allowed = allowed.stream()
                .filter(text -> !placeholders.contains(text.toLowerCase(Locale.ROOT)))
                .collect(ImmutableList.toImmutableList());
    }

    /** A text after repair, or none, and why. */
    record Repaired(Optional<String> after, ImmutableList<String> fixes, ImmutableList<String> reasons) {}

    /**
     * Returns what is to become of a text, or empty where nothing is.
     *
     * @param region the country of the record, if it has one, by which phone numbers are read
     */
    Optional<Repaired> repair(String before, Optional<String> region) {
        Map<String, String> fixes = new LinkedHashMap<>();
        String text = Blanks.single(before);
        if (!text.equals(before)) {
            fixes.put("blanks", "blanks around and between words");
        }
        if (!required && (text.isEmpty() || placeholders.contains(text.toLowerCase(Locale.ROOT)))) {
            fixes.put("placeholder", "'" + text + "' stands for none");
            return repaired(Optional.empty(), fixes);
        }
        if (text.isEmpty()) {
            return Optional.empty();
        }
        String meant = meant(text, region);
        // Where a rule lists the texts, the list decides in which form a country is written.
        if (!meant.equals(text) && !allowed.contains(text) && (allowed.isEmpty() || allowed.contains(meant))) {
            fixes.put(
                    normalizer.map(Normalizer::name).orElse(meaning.name().toLowerCase(Locale.ROOT)), why(text, meant));
            text = meant;
        }
        if (!allowed.isEmpty() && !allowed.contains(text)) {
            Optional<String> near = Spelling.nearest(text, allowed);
            if (near.isPresent()) {
                fixes.put("picklist", "'" + near.get() + "' is the one allowed value near to '" + text + "'");
                text = near.get();
            }
        }
        return text.equals(before) ? Optional.empty() : repaired(Optional.of(text), fixes);
    }

    private static Optional<Repaired> repaired(Optional<String> after, Map<String, String> fixes) {
        return Optional.of(
                new Repaired(after, ImmutableList.copyOf(fixes.keySet()), ImmutableList.copyOf(fixes.values())));
    }

    private String meant(String text, Optional<String> region) {
        if (normalizer.isPresent()) {
            String normalized = normalizer.get().apply(text);
            return normalized.isEmpty() ? text : normalized;
        }
        return switch (meaning) {
            case PLAIN -> text;
            case COUNTRY -> CountryNames.code(text).orElse(text);
            case EMAIL -> email(text);
            case WEBSITE -> website(text);
            case PHONE -> phones.map(port -> port.normalized(text, region)).orElse(text);
            case CURRENCY -> CurrencyNames.code(text).orElse(text);
        };
    }

    private String why(String text, String meant) {
        if (normalizer.isPresent()) {
            return "'" + meant + "' is '" + text + "' as " + normalizer.get() + " writes it";
        }
        return switch (meaning) {
            case PLAIN -> "";
            case COUNTRY -> "'" + meant + "' is the ISO 3166 code for '" + text + "'";
            case EMAIL -> "letter case counts nothing in a domain";
            case WEBSITE -> "'" + meant + "' is the domain of the website";
            case PHONE -> "'" + meant + "' is the number in E.164";
            case CURRENCY -> "'" + meant + "' is the ISO 4217 code for '" + text + "'";
        };
    }

    /** Only the domain: some mail hosts tell letter case in the local part. */
    private static String email(String text) {
        int at = text.lastIndexOf('@');
        return at < 0 ? text : text.substring(0, at) + text.substring(at).toLowerCase(Locale.ROOT);
    }

    private static String website(String text) {
        String domain = SCHEME.matcher(text).replaceFirst("").toLowerCase(Locale.ROOT);
        int end = 0;
        while (end < domain.length() && "/?#:".indexOf(domain.charAt(end)) < 0) {
            end++;
        }
        domain = domain.substring(0, end);
        while (domain.startsWith("www.")) {
            domain = domain.substring("www.".length());
        }
        if (domain.endsWith(".")) {
            domain = domain.substring(0, domain.length() - 1);
        }
        return DOMAIN.matcher(domain).matches() ? domain : text;
    }
}
