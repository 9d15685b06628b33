package io.salesops.core.match;

import com.google.common.collect.ImmutableSet;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Address;
import io.salesops.core.crm.Lead;
import io.salesops.core.text.Folding;
import io.salesops.core.text.Normalizer;
import io.salesops.core.text.ReferenceLists;
import java.util.Optional;

/**
 * What a lead or an account says about its company, normalised; what says nothing is empty.
 *
 * @param name without legal form
 * @param fullName with it
 * @param domains registrable ones, without free mail
 * @param phone the last digits
 */
record Firm(
        String name, String fullName, ImmutableSet<String> domains, String phone, String postalCode, String country) {
    private static final int LONGEST = Column.LONGEST;
    private static final int PHONE_DIGITS = 8;
    private static final int FEWEST_DIGITS = 6;

    static Firm of(Lead lead, ReferenceLists lists) {
        return of(lead.company(), domains(lead.email(), lists), lead.phone(), lead.address(), lists);
    }

    /** The domains are those of the contacts. */
    static Firm of(Account account, Iterable<String> domains, ReferenceLists lists) {
        ImmutableSet<String> all = ImmutableSet.<String>builder()
                .addAll(domains(account.website(), lists))
                .addAll(domains)
                .build();
        return of(Optional.of(account.name()), all, account.phone(), account.address(), lists);
    }

    private static Firm of(
            Optional<String> name,
            ImmutableSet<String> domains,
            Optional<String> phone,
            Optional<Address> address,
            ReferenceLists lists) {
        return new Firm(
                name.map(raw -> Normalizer.COMPANY_NAME.apply(cut(raw), lists)).orElse(""),
                name.map(raw -> Folding.foldAbbreviations(cut(raw))).orElse(""),
                domains,
                phone.map(Firm::phone).orElse(""),
                address.flatMap(Address::postalCode)
                        .map(raw -> Normalizer.POSTAL_CODE.apply(cut(raw)))
                        .orElse(""),
                address.flatMap(Address::country)
                        .map(raw -> Folding.fold(cut(raw)))
                        .orElse(""));
    }

    static ImmutableSet<String> domains(Optional<String> address, ReferenceLists lists) {
        String domain =
                address.map(raw -> Normalizer.DOMAIN.apply(cut(raw), lists)).orElse("");
        // A host without a dot is none: an address at a machine of the sender's own network.
        return domain.indexOf('.') < 0 ? ImmutableSet.of() : ImmutableSet.of(domain);
    }

    private static String phone(String raw) {
        String digits = Normalizer.PHONE.apply(cut(raw));
        if (digits.length() < FEWEST_DIGITS) {
            return "";
        }
        return digits.substring(Math.max(0, digits.length() - PHONE_DIGITS));
    }

    /** Hostile texts must not cost more than others. */
    private static String cut(String raw) {
        return raw.length() > LONGEST ? raw.substring(0, LONGEST) : raw;
    }

    boolean shares(LeadEvidence evidence, Firm other) {
        return switch (evidence) {
            case DOMAIN -> domains.stream().anyMatch(other.domains::contains);
            case PHONE -> !phone.isEmpty() && phone.equals(other.phone);
            case POSTAL_CODE -> !postalCode.isEmpty() && postalCode.equals(other.postalCode);
        };
    }

    /** The texts by which it is looked up. */
    ImmutableSet<String> keys(LeadEvidence evidence) {
        return switch (evidence) {
            case DOMAIN -> domains;
            case PHONE -> phone.isEmpty() ? ImmutableSet.of() : ImmutableSet.of(phone);
            case POSTAL_CODE -> postalCode.isEmpty() ? ImmutableSet.of() : ImmutableSet.of(postalCode);
        };
    }
}
