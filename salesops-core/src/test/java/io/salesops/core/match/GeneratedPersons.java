package io.salesops.core.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Persons of five weak fields, first and last name, year, month and day of birth, from a seed: 10,000 records, of which
 * 1,000 repeat another with usually one error. Names have the frequencies of names: few are very common, many are rare.
 */
final class GeneratedPersons {
    private static final int RECORDS = 10_000;
    private static final int DUPLICATES = 1_000;
    private static final int FIRST_NAMES = 250;
    private static final int LAST_NAMES = 900;
    /** Of a duplicate: how likely it has a second error. */
    private static final double SECOND_ERROR = 0.2;

    private final Random random;
    private final List<String> firstNames = new ArrayList<>();
    private final List<String> lastNames = new ArrayList<>();
    private final Records<String> records;
    private final List<Cluster<String>> truth = new ArrayList<>();

    GeneratedPersons(long seed) {
        random = new Random(seed);
        for (int i = 0; i < FIRST_NAMES; i++) {
            firstNames.add(name(2 + random.nextInt(2)));
        }
        for (int i = 0; i < LAST_NAMES; i++) {
            lastNames.add(name(2 + random.nextInt(3)));
        }
        Records.Builder<String> rows = Records.builder("first", "last", "birthYear", "birthMonth", "birthDay");
        for (int i = 0; i < RECORDS - DUPLICATES; i++) {
            String[] person = {
                firstNames.get(common(FIRST_NAMES)),
                lastNames.get(common(LAST_NAMES)),
                Integer.toString(1925 + random.nextInt(80)),
                Integer.toString(1 + random.nextInt(12)),
                Integer.toString(1 + random.nextInt(28))
            };
            rows.add("r" + i, person);
            if (i < DUPLICATES) {
                String[] again = person.clone();
                err(again);
                if (random.nextDouble() < SECOND_ERROR) {
                    err(again);
                }
                rows.add("d" + i, again);
                truth.add(Cluster.of("r" + i, "d" + i));
            }
        }
        records = rows.build();
    }

    /** The first names are drawn most: ranks by Zipf's law, cut at both ends. */
    private int common(int size) {
        double rank = Math.exp(random.nextDouble() * Math.log(size + 1.0)) - 1;
        return random.nextInt(3) == 0 ? random.nextInt(size) : Math.min(size - 1, (int) rank);
    }

    private void err(String[] person) {
        int field = random.nextInt(person.length);
        person[field] = switch (field) {
            case 0, 1 -> typo(person[field]);
            case 2 ->
                Integer.toString(
                        Integer.parseInt(person[field]) + (random.nextBoolean() ? 1 : -1) * (1 + random.nextInt(9)));
            case 3 -> Integer.toString(1 + random.nextInt(12));
            default -> Integer.toString(1 + random.nextInt(28));
        };
    }

    private String typo(String name) {
        int at = random.nextInt(name.length());
        String letter = Character.toString("abcdefghijklmnopqrstuvwxyz".charAt(random.nextInt(26)));
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + letter + name.substring(at);
            default -> name.substring(0, at) + letter + name.substring(at + 1);
        };
    }

    private String name(int syllables) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < syllables; i++) {
            name.append("bdfghjklmnprstvwz".charAt(random.nextInt(17))).append("aeiou".charAt(random.nextInt(5)));
            if (random.nextBoolean()) {
                name.append("lmnrst".charAt(random.nextInt(6)));
            }
        }
        return name.toString();
    }

    Records<String> records() {
        return records;
    }

    List<Cluster<String>> truth() {
        return truth;
    }
}
