package io.salesops.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import io.salesops.core.text.PhoneNumbers;
import java.util.Locale;
import java.util.Optional;

/**
 * Phone numbers by the numbering plans that ship in libphonenumber; which numbers exist depends on its version.
 *
 * <p>A number is one that can exist by its length and its leading digits. Extensions are dropped, letters that stand for
 * digits are read. Texts of more than 250 characters are no numbers. Immutable and thread-safe; the plan of a country is read
 * from the class path at its first use.
 */
public final class NumberingPlans implements PhoneNumbers {
    private static final PhoneNumberUtil PLANS = PhoneNumberUtil.getInstance();
    private static final NumberingPlans STANDARD = new NumberingPlans(Optional.empty());

    private final Optional<String> home;

    private NumberingPlans(Optional<String> home) {
        this.home = home;
    }

    /** Obtains the plans of all countries; a number without country code and region is none. */
    public static NumberingPlans standard() {
        return STANDARD;
    }

    /**
     * Obtains the plans of all countries, with the one from which numbers are dialled that have neither country code nor
     * region.
     *
     * @throws IllegalArgumentException if there is no plan of the region
     */
    public static NumberingPlans dialledFrom(String region) {
        if (!PLANS.getSupportedRegions().contains(region)) {
            throw new IllegalArgumentException(
                    "no numbering plan of region '" + region + "'. Maybe ISO 3166 alpha-2 in capitals: DE.");
        }
        return new NumberingPlans(Optional.of(region));
    }

    @Override
    public Optional<String> e164(String raw, Optional<String> region) {
        String from = region.map(text -> text.strip().toUpperCase(Locale.ROOT))
                .filter(PLANS.getSupportedRegions()::contains)
                .or(() -> home)
                .orElse("ZZ");
        try {
            PhoneNumber number = PLANS.parse(raw, from);
            if (!PLANS.isValidNumber(number)) {
                return Optional.empty();
            }
            number.clearExtension();
            return Optional.of(PLANS.format(number, PhoneNumberFormat.E164));
        } catch (NumberParseException noNumber) {
            return Optional.empty();
        }
    }
}
