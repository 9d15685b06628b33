package io.salesops.core.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * A named, pure function on one text. What normalises to the empty text says nothing. Applying it twice changes nothing
 * more. Immutable and thread-safe.
 *
 * <p>The names are {@code text} (words without case, accents and punctuation), {@code name}, {@code companyName},
 * {@code email}, {@code mailbox}, {@code domain}, {@code phone}, {@code postalCode}, {@code street}, {@code date}, {@code code},
 * {@code number} and {@code numbers}; they are stable, because definitions carry them. Cost is linear in the text.
 *
 * @param name which function
 */
public record Normalizer(@JsonValue String name) {
    private static final ImmutableSortedMap<String, BiFunction<String, ReferenceLists, String>> FUNCTIONS =
            ImmutableSortedMap.<String, BiFunction<String, ReferenceLists, String>>naturalOrder()
                    .put("text", (raw, lists) -> Folding.fold(raw))
                    .put("name", Names::person)
                    .put("companyName", Names::company)
                    .put("email", (raw, lists) -> Addresses.email(raw))
                    .put("domain", Addresses::domain)
                    .put("mailbox", (raw, lists) -> Addresses.mailbox(raw))
                    .put("phone", (raw, lists) -> Addresses.phone(raw))
                    .put("postalCode", (raw, lists) -> Addresses.postalCode(raw))
                    .put("street", (raw, lists) -> Addresses.street(raw))
                    .put("date", (raw, lists) -> WrittenDates.day(raw))
                    .put("code", (raw, lists) -> Folding.compact(raw))
                    .put("number", (raw, lists) -> Numerals.number(raw))
                    .put("numbers", (raw, lists) -> Numerals.words(raw))
                    .build();

    /** Words without case, accents and punctuation. */
    public static final Normalizer TEXT = of("text");

    /** A person's name: as {@link #TEXT}, without titles; one that consists of titles stays. */
    public static final Normalizer NAME = of("name");

    /** A company's name: as {@link #TEXT}, without legal form and leading article; one that consists of them stays. */
    public static final Normalizer COMPANY_NAME = of("companyName");

    /** An e-mail address: case folded, without sub-address ({@code +tag}); empty where there is no {@code @}. */
    public static final Normalizer EMAIL = of("email");

    /**
     * Who has an e-mail address, whatever the machine: as {@link #EMAIL}, without punctuation before the {@code @}, and the
     * registrable domain behind it, free mail too.
     */
    public static final Normalizer MAILBOX = of("mailbox");

    /**
     * The registrable domain of a web or e-mail address, {@code acme.co.uk}, by the public suffix list of Guava; a host
     * that has none stays as it is; hosts of free mail say nothing and become empty.
     */
    public static final Normalizer DOMAIN = of("domain");

    /** The digits of a phone number without extension, plus sign and leading zeros. */
    public static final Normalizer PHONE = of("phone");

    /** A postal code: letters and digits, leading zeros included, without the four digits that extend an American one. */
    public static final Normalizer POSTAL_CODE = of("postalCode");

    /** A street and number: as {@link #TEXT}, with usual abbreviations as one short form. */
    public static final Normalizer STREET = of("street");

    /** A day as eight digits, year first, from the usual ways to write one; empty where there is none. */
    public static final Normalizer DATE = of("date");

    /** Letters and digits without anything between them. */
    public static final Normalizer CODE = of("code");

    /** A single number without currency sign and thousands commas; empty where there is none. */
    public static final Normalizer NUMBER = of("number");

    /** The words of a text that hold a digit, each once, ascending. */
    public static final Normalizer NUMBERS = of("numbers");

    /** Checks that the function exists. */
    public Normalizer {
        checkArgument(
                FUNCTIONS.containsKey(name), "unknown normalizer '%s'. Maybe one of %s.", name, FUNCTIONS.keySet());
    }

    /**
     * Obtains the normaliser of the name.
     *
     * @throws IllegalArgumentException if there is none
     */
    @JsonCreator
    public static Normalizer of(String name) {
        return new Normalizer(name);
    }

    /** Obtains the normaliser of the name, if there is one. */
    public static Optional<Normalizer> find(String name) {
        return FUNCTIONS.containsKey(name) ? Optional.of(new Normalizer(name)) : Optional.empty();
    }

    /** The names of all. */
    public static ImmutableSortedSet<String> names() {
        return FUNCTIONS.keySet();
    }

    /** Returns the normalised text. */
    public String apply(String raw) {
        return apply(raw, ReferenceLists.standard());
    }

    /** Returns the text as it is normalised by the lists. */
    public String apply(String raw, ReferenceLists lists) {
        BiFunction<String, ReferenceLists, String> function = FUNCTIONS.get(name);
        checkArgument(function != null, "unknown normalizer '%s'", name);
        return function.apply(raw, lists);
    }

    @Override
    public String toString() {
        return name;
    }
}
