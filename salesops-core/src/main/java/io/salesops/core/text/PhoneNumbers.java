package io.salesops.core.text;

import java.util.Optional;

/**
 * Reads phone numbers: a port, because numbering plans change every week. The module {@code salesops-phone} implements it
 * by libphonenumber. Implementations are pure and thread-safe.
 */
public interface PhoneNumbers {

    /**
     * Returns the number in E.164, {@code +14155551234}, without extension; absent where the text is no number that can
     * exist.
     *
     * @param raw as somebody wrote it
     * @param region the country from which it is dialled, ISO 3166 alpha-2, for numbers without a country code; any other
     *     text counts as none
     */
    Optional<String> e164(String raw, Optional<String> region);

    /** Returns the number in E.164, or the text as it is where it is none: nothing is lost. */
    default String normalized(String raw, Optional<String> region) {
        return e164(raw, region).orElse(raw);
    }
}
