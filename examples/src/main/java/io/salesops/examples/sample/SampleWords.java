package io.salesops.examples.sample;

import com.google.common.collect.ImmutableList;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Invented names, drawn from one seeded source; the same seed gives the same names in the same order. */
final class SampleWords {
    private static final ImmutableList<String> FIRST_SYLLABLES = words(
            "Bral Cor Dun Ev Fal Gren Hol Jor Kel Lum Mar Nor Os Pel Quor Ras Sel Tor Ul Vant Wen Yar Zel Ard Brim");
    private static final ImmutableList<String> LAST_SYLLABLES =
            words("vio dane mere tek lund wick fen gard nix sor thal ven bray cline dorn moor rill stad");
    private static final ImmutableList<String> TRADES = words(
            "Logistics Foods Systems Instruments Textiles Energy Clinics Works Freight Media Optics Ceramics Robotics");
    private static final ImmutableList<String> FIRST_NAMES = words(
            "Ada Bela Cleo Dario Edda Finn Gwen Hana Ivo Jora Kaspar Lina Milo Nora Odo Petra Quinn Rosa Silas Tilda"
                    + " Ugo Vera Wim Xenia Yara Zeno Amir Bianca Caius Delia");
    private static final ImmutableList<String> LAST_NAMES = words(
            "Abend Brook Carver Dorn Elstad Farrow Gale Holm Ibsen Juhl Kettle Lark Marsh Nyman Oakes Pruett Quill Rhode"
                    + " Sund Thorne Ulven Varga Wold Yates Zeller Ashby Birk Cove Dray Eskil");
    private static final ImmutableList<String> STREETS =
            words("Mill Harbor Orchard Station Bridge Chapel Meadow Quarry Foundry Lantern");
    static final ImmutableList<String> LEGAL_FORMS = words("Inc Ltd GmbH LLC AG BV");

    private final Random random;
    private final Set<String> companies = new HashSet<>();

    SampleWords(Random random) {
        this.random = random;
    }

    static ImmutableList<String> words(String words) {
        return ImmutableList.copyOf(words.split(" "));
    }

    <T> T any(ImmutableList<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** True in so many of a hundred cases. */
    boolean percent(int share) {
        return random.nextInt(100) < share;
    }

    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** A company name of two words without its legal form, never the same twice. */
    String company() {
        while (true) {
            String name = any(FIRST_SYLLABLES) + any(LAST_SYLLABLES) + " " + any(TRADES);
            if (companies.add(name)) {
                return name;
            }
        }
    }

    /** The domain of a company, under the top-level domain that is reserved for examples. */
    static String domain(String company) {
        return company.replace(" ", "-").toLowerCase(Locale.ROOT) + ".example";
    }

    String firstName() {
        return any(FIRST_NAMES);
    }

    String lastName() {
        return any(LAST_NAMES);
    }

    String street() {
        return between(1, 240) + " " + any(STREETS) + (percent(50) ? " Street" : " Road");
    }

    /** The name with two neighbouring letters swapped, beyond the first. */
    String misspelt(String name) {
        while (true) {
            int at = between(1, name.length() - 2);
            if (Character.isLowerCase(name.charAt(at))
                    && Character.isLowerCase(name.charAt(at + 1))
                    && name.charAt(at) != name.charAt(at + 1)) {
                return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            }
        }
    }
}
