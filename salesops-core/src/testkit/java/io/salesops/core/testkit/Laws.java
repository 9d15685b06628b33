package io.salesops.core.testkit;

import static com.google.common.base.Preconditions.checkArgument;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Named laws that every generated case must keep; a broken one is told with the smallest case that breaks it.
 *
 * <p>Cases are drawn from a seed and not by an Arbitrary, whose generator works on a thread of jqwik only: the same seed
 * gives the same cases in a plain JUnit test and inside a property. Immutable and thread-safe if the laws are.
 *
 * @param <C> a case
 */
public final class Laws<C> {
    /** How many cases are drawn unless stated. */
    public static final int TRIES = 100;

    /** The seed of the cases unless stated. */
    public static final long SEED = 20_260_101L;

    private static final int MOST_ATTEMPTS = 2_000;

    private final String subject;
    private final Function<Random, C> cases;
    private final Function<C, ? extends Iterable<C>> smaller;
    private final Function<C, String> text;
    private final ImmutableList<Law<C>> laws;

    /** A law under its name; the check throws where a case breaks it. */
    private record Law<C>(String name, Consumer<C> check) {

        /** Says how a case breaks the law; an engine that throws breaks every law that asks it. */
        Optional<String> broken(C drawn) {
            try {
                check.accept(drawn);
                return Optional.empty();
            } catch (AssertionError e) {
                return Optional.of(String.valueOf(e.getMessage()));
            } catch (RuntimeException e) {
                return Optional.of("threw " + e);
            }
        }
    }

    private Laws(
            String subject,
            Function<Random, C> cases,
            Function<C, ? extends Iterable<C>> smaller,
            Function<C, String> text,
            ImmutableList<Law<C>> laws) {
        this.subject = subject;
        this.cases = cases;
        this.smaller = smaller;
        this.text = text;
        this.laws = laws;
    }

    /**
     * Starts laws.
     *
     * @param subject what they are held against, for example {@code plan ae-2026 v3}
     * @param cases draws a case; from equal randomness an equal one
     * @param smaller the cases to try in the place of one that breaks a law, the smallest first
     * @param text a case as it is shown
     */
    public static <C> Laws<C> about(
            String subject,
            Function<Random, C> cases,
            Function<C, ? extends Iterable<C>> smaller,
            Function<C, String> text) {
        return new Laws<>(subject, cases, smaller, text, ImmutableList.of());
    }

    /** Returns these laws and one more; {@code check} throws an AssertionError that says how a case breaks it. */
    public Laws<C> law(String name, Consumer<C> check) {
        return new Laws<>(
                subject,
                cases,
                smaller,
                text,
                ImmutableList.<Law<C>>builder()
                        .addAll(laws)
                        .add(new Law<>(name, check))
                        .build());
    }

    /**
     * Holds every law against every case. Cost: laws × tries cases, each law asking the engine about a small case one to
     * three times, and up to {@value #MOST_ATTEMPTS} smaller cases for each law that is broken.
     *
     * @param tries how many cases are drawn, at least 1
     * @throws IllegalArgumentException if no case is to be drawn
     * @throws AssertionError naming each law that is broken, the smallest case that was found, and the seed
     */
    public void hold(int tries, long seed) {
        checkArgument(
                tries >= 1,
                "%s: tries must be at least 1: %s. Laws that no case is held against prove nothing. Maybe tries and seed are"
                        + " exchanged?",
                subject,
                tries);
        List<C> drawn = draw(tries, seed);
        List<String> broken = new ArrayList<>();
        for (Law<C> law : laws) {
            drawn.stream()
                    .filter(one -> law.broken(one).isPresent())
                    .findFirst()
                    .map(one -> told(law, one))
                    .ifPresent(broken::add);
        }
        if (!broken.isEmpty()) {
            throw new AssertionError(subject + " breaks " + broken.size() + " of " + laws.size()
                    + " laws; cases of seed " + seed + ", " + tries + " tries\n" + String.join("\n", broken));
        }
    }

    private List<C> draw(int tries, long seed) {
        Random random = new Random(seed);
        List<C> drawn = new ArrayList<>();
        for (int i = 0; i < tries; i++) {
            drawn.add(cases.apply(random));
        }
        return drawn;
    }

    private String told(Law<C> law, C first) {
        C smallest = shrink(law, first);
        return "law '" + law.name() + "': " + law.broken(smallest).orElse("broken once, and not again") + "\n  case: "
                + text.apply(smallest);
    }

    /** Takes the first smaller case that breaks the law as well, until none does. */
    private C shrink(Law<C> law, C first) {
        C smallest = first;
        int attempts = 0;
        boolean found = true;
        while (found && attempts < MOST_ATTEMPTS) {
            found = false;
            for (C candidate : smaller.apply(smallest)) {
                attempts++;
                if (law.broken(candidate).isPresent()) {
                    smallest = candidate;
                    found = true;
                    break;
                }
                if (attempts == MOST_ATTEMPTS) {
                    break;
                }
            }
        }
        return smallest;
    }

    /** Returns the lists that lack a half of a list, then those that lack one value; none of an empty list. */
    public static <T> ImmutableList<ImmutableList<T>> fewer(ImmutableList<T> values) {
        ImmutableList.Builder<ImmutableList<T>> fewer = ImmutableList.builder();
        int half = values.size() / 2;
        if (half > 1) {
            fewer.add(values.subList(0, half)).add(values.subList(half, values.size()));
        }
        for (int i = 0; i < values.size(); i++) {
            fewer.add(ImmutableList.<T>builder()
                    .addAll(values.subList(0, i))
                    .addAll(values.subList(i + 1, values.size()))
                    .build());
        }
        return fewer.build();
    }

    /**
     * Checks that a definition can be used at all.
     *
     * @throws AssertionError with every finding that is an error
     */
    public static void sound(String subject, Iterable<Finding> findings) {
        List<String> errors = new ArrayList<>();
        for (Finding finding : findings) {
            if (finding.severity() == Severity.ERROR) {
                errors.add("  " + finding.code() + " at '" + finding.path() + "': " + finding.message());
            }
        }
        if (!errors.isEmpty()) {
            throw new AssertionError(
                    subject + " cannot be used, so no law was held against it:\n" + String.join("\n", errors));
        }
    }

    /** Checks that two values are equal; {@code what} names them. */
    public static void equal(String what, Object expected, Object found) {
        if (!expected.equals(found)) {
            throw new AssertionError(what + ": expected " + expected + ", found " + found);
        }
    }

    /** Checks that something is so; {@code otherwise} says what is not. */
    public static void require(boolean condition, String otherwise) {
        if (!condition) {
            throw new AssertionError(otherwise);
        }
    }
}
