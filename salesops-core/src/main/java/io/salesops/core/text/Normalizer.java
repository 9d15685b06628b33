package io.salesops.core.text;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A named, pure function on one text. What normalises to the empty text says nothing. Applying it twice changes nothing
 * more. Immutable and thread-safe.
 *
 * <p>The names are {@code text} (words without case, accents and punctuation), {@code name}, {@code companyName},
 * {@code email}, {@code domain}, {@code phone}, {@code postalCode}, {@code street}, {@code date}, {@code code},
 * {@code number} and {@code numbers}; they are stable, because definitions carry them. Cost is linear in the text.
 *
 * @param name which function
 */
public record Normalizer(@JsonValue String name) {
    private static final ImmutableSortedMap<String, UnaryOperator<String>> FUNCTIONS =
            ImmutableSortedMap.<String, UnaryOperator<String>>naturalOrder()
                    .put("text", Folding::fold)
                    .put("name", Names::person)
                    .put("companyName", Names::company)
                    .put("email", Addresses::email)
                    .put("domain", Addresses::domain)
                    .put("phone", Addresses::phone)
                    .put("postalCode", Addresses::postalCode)
                    .put("street", Addresses::street)
                    .put("date", WrittenDates::day)
                    .put("code", Folding::compact)
                    .put("number", Numerals::number)
                    .put("numbers", Numerals::words)
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
        UnaryOperator<String> function = FUNCTIONS.get(name);
        checkArgument(function != null, "unknown normalizer '%s'", name);
        return function.apply(raw);
    }

    @Override
    public String toString() {
        return name;
    }
}
