package io.salesops.core.match;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Contact;
import io.salesops.core.text.Nicknames;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.TextPattern;
import java.util.Optional;

/** What tells the members of a household apart, and what they share. */
final class PersonNames {
    /** First names that are closer are taken for one with a typing error. */
    private static final double CLOSE = 0.88;

    private PersonNames() {}

    /** What contacts of one household have in common: the last name, with the postal address or with the phone number. */
    static ImmutableSet<String> households(Contact contact) {
        String name = Normalizer.NAME.apply(contact.lastName());
        if (name.isBlank()) {
            return ImmutableSet.of();
        }
        ImmutableSet.Builder<String> keys = ImmutableSet.builder();
        contact.address()
                .flatMap(PersonNames::place)
                .ifPresent(place -> keys.add("address\u0001" + name + "\u0001" + place));
        contact.phone()
                .map(Normalizer.PHONE::apply)
                .filter(phone -> !phone.isBlank())
                .ifPresent(phone -> keys.add("phone number\u0001" + name + "\u0001" + phone));
        return keys.build();
    }

    /** What two share, of a key of {@link #households}. */
    static String shared(String household) {
        return "last name and " + household.substring(0, household.indexOf('\u0001'));
    }

    private static Optional<String> place(Address address) {
        Optional<String> town = address.postalCode()
                .map(Normalizer.POSTAL_CODE::apply)
                .filter(text -> !text.isBlank())
                .or(() -> address.city().map(Normalizer.TEXT::apply).filter(text -> !text.isBlank()));
        return address.street()
                .map(Normalizer.STREET::apply)
                .filter(street -> !street.isBlank())
                .flatMap(street -> town.map(there -> street + "\u0001" + there));
    }

    /** Whether two first names are of two people: neither the same, nor close, nor a nickname or the start of the other. */
    static boolean areOfTwo(String first, String second) {
        return !first.isEmpty()
                && !second.isEmpty()
                && !first.startsWith(second)
                && !second.startsWith(first)
                && !Nicknames.standard().related(first, second)
                && TextPattern.of(first).jaroWinkler(second) < CLOSE;
    }

    /** The first name as it is compared; empty where there is none. */
    static String firstName(Contact contact) {
        return contact.firstName().map(Normalizer.NAME::apply).orElse("").strip();
    }
}
