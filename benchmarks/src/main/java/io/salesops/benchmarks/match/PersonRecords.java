package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import io.salesops.core.match.Cluster;
import io.salesops.core.match.Records;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Records of made-up persons, the same for a seed and a number: unless said otherwise four of five are one of a kind or the
 * first of theirs, the others repeat an earlier person, most with one to four errors.
 *
 * <p>Names follow Zipf's law: of 2,000 first and 60,000 last names, and of 1,500 towns. Errors are typing errors, first and
 * last name swapped or cut to an initial, day and month swapped, missing texts, a new phone or e-mail address, and moves.
 */
final class PersonRecords {
    private static final String[] COLUMNS = {
        "first_name", "last_name", "birth_date", "street", "city", "postcode", "phone", "email"
    };
    private static final int FIRST = 0;
    private static final int LAST = 1;
    private static final int BIRTH = 2;
    private static final int STREET = 3;
    private static final int CITY = 4;
    private static final int POSTCODE = 5;
    private static final int PHONE = 6;
    private static final int EMAIL = 7;
    private static final double DUPLICATES = 0.2;
    private static final double MISSING = 0.04;
    private static final int DAYS = 365 * 70;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final ImmutableList<String> WAYS =
            ImmutableList.of("Street", "Road", "Avenue", "Lane", "Drive", "Close");
    private static final ImmutableList<String> HOSTS =
            ImmutableList.of("gmail.com", "outlook.com", "yahoo.com", "example.org", "mail.example.net");

    private final double duplicates;
    private final Random random;
    private final Zipf firstNames;
    private final Zipf lastNames;
    private final Zipf towns;
    private final Zipf streets;

    PersonRecords(long seed) {
        this(seed, DUPLICATES);
    }

    /** Makes a generator of records of which such a share repeats an earlier person. */
    PersonRecords(long seed, double duplicates) {
        this.duplicates = duplicates;
        this.random = new Random(seed);
        this.firstNames = new Zipf(2_000, 2, 3, random);
        this.lastNames = new Zipf(60_000, 2, 4, random);
        this.towns = new Zipf(1_500, 2, 4, random);
        this.streets = new Zipf(4_000, 2, 3, random);
    }

    /** The records as the rows of a table with an id, the cluster and the columns. */
    Table table(int size) {
        List<ImmutableList<String>> rows = new ArrayList<>(size);
        draw(
                size,
                (id, of, person) -> rows.add(ImmutableList.<String>builder()
                        .add(id)
                        .add(Integer.toString(of))
                        .add(person)
                        .build()));
        return new Table(
                ImmutableList.<String>builder()
                        .add("id", "cluster")
                        .add(COLUMNS)
                        .build(),
                ImmutableList.copyOf(rows));
    }

    OneTable generate(int size) {
        Records.Builder<String> records = Records.builder(COLUMNS);
        List<List<String>> clusters = new ArrayList<>();
        draw(size, (id, of, person) -> {
            records.add(id, person);
            if (of == clusters.size()) {
                clusters.add(new ArrayList<>(1));
            }
            clusters.get(of).add(id);
        });
        return new OneTable(
                records.build(),
                new Truth(clusters.stream()
                        .map(ids -> new Cluster<>(ids.get(0), ImmutableList.copyOf(ids)))
                        .collect(ImmutableList.toImmutableList())));
    }

    private void draw(int size, Sink sink) {
        int[] numbers = random.ints(size, 0, Integer.MAX_VALUE).toArray();
        List<String[]> persons = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            // The first part is random: the order of the ids says nothing about who is whom.
            String id = String.format(Locale.ROOT, "%08x-%d", numbers[i], i);
            if (persons.isEmpty() || random.nextDouble() >= duplicates) {
                persons.add(person());
                sink.add(id, persons.size() - 1, persons.get(persons.size() - 1));
            } else {
                int of = random.nextInt(persons.size());
                sink.add(id, of, repeated(persons.get(of)));
            }
        }
    }

    /** Receives a record: its id, the number of its person, the texts of its columns. */
    private interface Sink {
        void add(String id, int of, String[] person);
    }

    private String[] person() {
        String[] person = new String[COLUMNS.length];
        person[FIRST] = firstNames.draw();
        person[LAST] = lastNames.draw();
        int day = random.nextInt(DAYS);
        person[BIRTH] = java.time.LocalDate.of(1935, 1, 1).plusDays(day).toString();
        move(person);
        person[PHONE] = phone();
        person[EMAIL] = email(person);
        for (int column = STREET; column < COLUMNS.length; column++) {
            if (random.nextDouble() < MISSING) {
                person[column] = "";
            }
        }
        return person;
    }

    private void move(String[] person) {
        int town = towns.rank();
        person[STREET] = (1 + random.nextInt(200)) + " " + streets.draw() + " " + WAYS.get(random.nextInt(WAYS.size()));
        person[CITY] = towns.name(town);
        person[POSTCODE] = String.format(Locale.ROOT, "%05d", 10_000 + town * 50 + random.nextInt(50));
    }

    private String phone() {
        return String.format(Locale.ROOT, "0%d %07d", 20 + random.nextInt(80), random.nextInt(10_000_000));
    }

    private String email(String[] person) {
        String first = person[FIRST].toLowerCase(Locale.ROOT);
        String last = person[LAST].toLowerCase(Locale.ROOT);
        String user =
                random.nextBoolean() ? first + "." + last : first.substring(0, Math.min(1, first.length())) + last;
        return user + random.nextInt(1_000) + "@" + HOSTS.get(random.nextInt(HOSTS.size()));
    }

    private String[] repeated(String[] original) {
        String[] person = original.clone();
        int errors = random.nextInt(5);
        for (int error = 0; error < errors; error++) {
            spoil(person);
        }
        return person;
    }

    private void spoil(String[] person) {
        switch (random.nextInt(12)) {
            case 0 -> {
                String first = person[FIRST];
                person[FIRST] = person[LAST];
                person[LAST] = first;
            }
            case 1 -> person[FIRST] = person[FIRST].substring(0, Math.min(1, person[FIRST].length()));
            case 2 -> person[BIRTH] = swappedDay(person[BIRTH]);
            case 3 -> person[random.nextInt(COLUMNS.length)] = "";
            case 4 -> move(person);
            case 5 -> person[PHONE] = phone();
            case 6 -> person[EMAIL] = email(person);
            default -> {
                int column = random.nextInt(COLUMNS.length);
                person[column] = typo(person[column]);
            }
        }
    }

    private static String swappedDay(String date) {
        return date.length() == 10 ? date.substring(0, 5) + date.substring(8) + "-" + date.substring(5, 7) : date;
    }

    private String typo(String text) {
        if (text.length() < 3) {
            return text;
        }
        int at = 1 + random.nextInt(text.length() - 2);
        char wrong = Character.isDigit(text.charAt(at))
                ? (char) ('0' + random.nextInt(10))
                : LETTERS.charAt(random.nextInt(LETTERS.length()));
        String before = text.substring(0, at);
        return switch (random.nextInt(4)) {
            case 0 -> before + wrong + text.substring(at);
            case 1 -> before + text.substring(at + 1);
            case 2 -> before + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
            default -> before + wrong + text.substring(at + 1);
        };
    }

    /** Names of syllables, the k-th as frequent as 1/(k + 5). */
    private static final class Zipf {
        private static final String[] ONSETS = {
            "b", "br", "c", "ch", "d", "dr", "f", "g", "gr", "h", "j", "k", "l", "m", "n", "p", "r", "s", "sh", "st",
            "t", "th", "tr", "v", "w", "z", ""
        };
        private static final String[] RIMES = {
            "a", "e", "i", "o", "u", "an", "en", "in", "on", "ar", "er", "or", "el", "al", "ey", "ia", "ett", "ock",
            "ow"
        };
        private static final int FLATTER = 5;

        private final Random random;
        private final String[] names;
        private final double[] upTo;

        Zipf(int size, int fewest, int most, Random random) {
            this.random = random;
            this.names = new String[size];
            this.upTo = new double[size];
            java.util.Set<String> taken = new java.util.HashSet<>();
            double sum = 0;
            for (int rank = 0; rank < size; rank++) {
                do {
                    names[rank] = made(fewest + random.nextInt(most - fewest + 1));
                } while (!taken.add(names[rank]));
                sum += 1.0 / (rank + FLATTER);
                upTo[rank] = sum;
            }
        }

        private String made(int syllables) {
            StringBuilder name = new StringBuilder();
            for (int syllable = 0; syllable < syllables; syllable++) {
                name.append(ONSETS[random.nextInt(ONSETS.length)]).append(RIMES[random.nextInt(RIMES.length)]);
            }
            return Character.toUpperCase(name.charAt(0)) + name.substring(1);
        }

        int rank() {
            int at = java.util.Arrays.binarySearch(upTo, random.nextDouble() * upTo[upTo.length - 1]);
            return at < 0 ? Math.min(-at - 1, upTo.length - 1) : at;
        }

        String name(int rank) {
            return names[rank];
        }

        String draw() {
            return names[rank()];
        }
    }
}
