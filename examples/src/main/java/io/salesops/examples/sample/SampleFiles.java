package io.salesops.examples.sample;

import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/**
 * The sample files that the examples read: companies, people and deals of invented names, with dirt on purpose.
 *
 * <p>A seed gives the same files byte for byte on any machine. What is wrong in them is counted while they are made, so that a
 * test can ask whether an import notices all of it. The files beside this class are those of {@link #SEED}.
 *
 * @param files the text of each file by name
 * @param dirt how often something was made wrong, by file and by the finding or rule that is to notice it
 * @param duplicates the accounts that are others entered again, by the account that came first
 */
public record SampleFiles(
        ImmutableMap<String, String> files,
        ImmutableSortedMap<String, Long> dirt,
        ImmutableListMultimap<String, String> duplicates) {

    /** The seed of the files that ship. */
    public static final long SEED = 20251231;

    /** Makes the files of a seed. */
    public static SampleFiles of(long seed) {
        SampleWords words = new SampleWords(new Random(seed));
        Dirt dirt = new Dirt();
        SampleReps reps = new SampleReps(words);
        SampleAccounts accounts = new SampleAccounts(words, dirt, reps);
        SamplePeople people = new SamplePeople(words, dirt, accounts, reps);
        SampleDeals deals = new SampleDeals(words, dirt, accounts);
        return new SampleFiles(
                ImmutableMap.<String, String>builder()
                        .put(SampleAccounts.FILE, accounts.text())
                        .put(SamplePeople.CONTACTS, people.contacts())
                        .put(SamplePeople.LEADS, people.leads())
                        .put(SampleDeals.FILE, deals.deals())
                        .put(SampleDeals.PRODUCTS, deals.products())
                        .put(SampleReps.FILE, reps.text())
                        .buildOrThrow(),
                dirt.counts(),
                accounts.duplicates());
    }

    /** Writes the files of {@link #SEED} into the folder that the first argument names. */
    public static void main(String[] args) throws IOException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one argument, the folder to write to: " + args.length);
        }
        for (Map.Entry<String, String> file : of(SEED).files().entrySet()) {
            Files.writeString(Path.of(args[0]).resolve(file.getKey()), file.getValue());
        }
    }
}
