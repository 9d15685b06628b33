package io.salesops.benchmarks.text;

import java.util.Random;

/** Pairs of made-up names of 13 characters on average, in lower case; in half of them the second is the first with an error or two. */
final class NamePairs {
    private static final String LETTERS = "etaoinshrdlucmfwypvbgkjqxz";
    private static final int FEWEST = 9;
    private static final int SPREAD = 9;

    private final String[] first;
    private final String[] second;

    NamePairs(int size, long seed) {
        Random random = new Random(seed);
        first = new String[size];
        second = new String[size];
        for (int pair = 0; pair < size; pair++) {
            first[pair] = name(random);
            second[pair] = pair % 2 == 0 ? name(random) : misspelt(first[pair], random);
        }
    }

    private static String name(Random random) {
        int length = FEWEST + random.nextInt(SPREAD);
        int blank = 3 + random.nextInt(length - 6);
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < length; i++) {
            name.append(i == blank ? ' ' : letter(random));
        }
        return name.toString();
    }

    /** Frequent letters come first: the smaller of two draws. */
    private static char letter(Random random) {
        return LETTERS.charAt(Math.min(random.nextInt(LETTERS.length()), random.nextInt(LETTERS.length())));
    }

    private static String misspelt(String name, Random random) {
        StringBuilder letters = new StringBuilder(name);
        int errors = 1 + random.nextInt(2);
        for (int error = 0; error < errors; error++) {
            int at = random.nextInt(letters.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> letters.insert(at, letter(random));
                case 1 -> letters.deleteCharAt(at);
                case 2 -> letters.insert(at, letters.charAt(at + 1)).deleteCharAt(at + 2);
                default -> letters.setCharAt(at, letter(random));
            }
        }
        return letters.toString();
    }

    int size() {
        return first.length;
    }

    String first(int pair) {
        return first[pair];
    }

    String second(int pair) {
        return second[pair];
    }
}
