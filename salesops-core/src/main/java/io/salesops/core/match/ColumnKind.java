package io.salesops.core.match;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.text.Folding;
import io.salesops.core.text.Normalizer;
import java.util.Optional;

/** What a column holds, known by its name; what it is compared by and blocked on. */
enum ColumnKind {
    COMPANY(
            "name company companyname accountname account organization organisation orgname",
            "companyName",
            "exact .6, jaroWinkler>=0.93 .14, overlap>=1 .07, jaroWinkler>=0.85 .06, otherwise .13",
            "#",
            "prefix(#,5)"),
    PERSON(
            "firstname lastname givenname surname middlename fullname contactname",
            "name",
            "exact .7, jaroWinkler>=0.92 .12, jaroWinkler>=0.8 .05, otherwise .13",
            "#",
            "#"),
    // A domain is an identifier: one that is only similar is another company's.
    WEBSITE("website domain url web homepage", "domain", "exact .8, otherwise .2", "#", ""),
    EMAIL("email emailaddress mail", "email", "exact .7, jaroWinkler>=0.93 .1, otherwise .2", "#", "prefix(#,5)"),
    PHONE(
            "phone phonenumber mobile telephone fax",
            "phone",
            "exact .7, suffix>=7 .08, osa<=1 .05, otherwise .17",
            "#",
            ""),
    STREET(
            "street address addr addressline1 street1 address1 billingstreet",
            "street",
            "exact .55, jaccard>=0.6 .15, jaroWinkler>=0.9 .08, jaccard>=0.3 .08, otherwise .14",
            "#",
            "prefix(#,6)"),
    POSTAL_CODE(
            "postalcode postcode zip zipcode plz",
            "postalCode",
            "exact .8, osa<=1 .06, prefix>=3 .05, otherwise .09",
            "",
            "#"),
    CITY("city town suburb locality", "text", "exact .8, jaroWinkler>=0.9 .08, otherwise .12", "", "prefix(#,5)"),
    DATE(
            "dateofbirth birthdate dob date",
            "text",
            "exact .75, osa<=1 .1, osa<=2 .04, prefix>=4 .03, otherwise .08",
            "#",
            "#"),
    GROUP("state region country industry type category title gender", "text", "exact .85, otherwise .15", "", ""),
    OTHER("", "text", "exact .65, osa<=1 .1, jaroWinkler>=0.92 .05, jaroWinkler>=0.8 .05, otherwise .15", "#", "");

    private final ImmutableSet<String> names;
    private final String normalizer;
    private final String levels;
    private final String alone;
    private final String inPairs;

    /** A number sign stands for the column in keys; no key means that the column does not block. */
    ColumnKind(String names, String normalizer, String levels, String alone, String inPairs) {
        this.names = ImmutableSet.copyOf(Splitter.on(' ').omitEmptyStrings().splitToList(names));
        this.normalizer = normalizer;
        this.levels = levels;
        this.alone = alone;
        this.inPairs = inPairs;
    }

    /** A level with the m that is expected before anything is learned. */
    record PriorLevel(String when, double m) {
        static PriorLevel of(String text) {
            int blank = text.indexOf(' ');
            return new PriorLevel(text.substring(0, blank), Double.parseDouble(text.substring(blank + 1)));
        }
    }

    /** The kind of a column of this name, whatever its case and punctuation. */
    static ColumnKind of(String column) {
        String name = Folding.compact(column);
        for (ColumnKind kind : values()) {
            if (kind.names.contains(name)) {
                return kind;
            }
        }
        return OTHER;
    }

    Normalizer normalizer() {
        return Normalizer.of(normalizer);
    }

    ImmutableList<PriorLevel> levels() {
        return Splitter.on(", ").splitToList(levels).stream()
                .map(PriorLevel::of)
                .collect(ImmutableList.toImmutableList());
    }

    /** The key by which the column blocks alone. */
    Optional<String> alone(String column) {
        return key(alone, column);
    }

    /** The key by which the column blocks together with another one. */
    Optional<String> inPairs(String column) {
        return key(inPairs, column);
    }

    private static Optional<String> key(String template, String column) {
        return template.isEmpty() ? Optional.empty() : Optional.of(template.replace("#", column));
    }
}
