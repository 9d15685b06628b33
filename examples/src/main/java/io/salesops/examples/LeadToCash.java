package io.salesops.examples;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Severity;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.examples.sample.SampleFiles;
import java.io.IOException;
import java.io.PrintStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * From lead to cash on CRM files: reads, cleans, de-duplicates, assigns, quotes, checks, pays and measures.
 *
 * <p>Without arguments it runs on the sample that ships with it; with a folder and a mapping file it runs on a foreign
 * export.
 */
public final class LeadToCash {
    // The money provider logs a line about its own rounding, which is not used here. Kept, or the level would be lost.
    private static final Logger MONEY_PROVIDER = Logger.getLogger("org.javamoney.moneta");
    private static final String SAMPLE_MAPPING = "sample.json";
    private static final ImmutableList<LeadToCashStep> STEPS = ImmutableList.of(
            new CleanRecords(),
            new MergeDuplicates(),
            new AssignOwners(),
            new AssignLeads(),
            new CheckOwners(),
            new QuoteDeal(),
            new PayCommission(),
            new MeasurePipeline(),
            new DesignTerritories());

    private LeadToCash() {}

    /**
     * Runs the example.
     *
     * @param args nothing, or the folder of an export and the file of its mapping
     * @throws IllegalArgumentException if there is one argument, or more than two, or a folder that does not exist
     * @throws FindingsException with everything that is wrong with the mapping and its definitions, before a file is read
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] args) throws IOException {
        MONEY_PROVIDER.setLevel(Level.WARNING);
        switch (args.length) {
            case 0 ->
                run(
                        FileSource.resources(SampleFiles.class),
                        FileSource.resources(SampleFiles.class),
                        SAMPLE_MAPPING,
                        System.out);
            case 2 -> {
                Path mapping = Path.of(args[1]).toAbsolutePath();
                Path folder = Optional.ofNullable(mapping.getParent()).orElseThrow();
                Path name = Optional.ofNullable(mapping.getFileName()).orElseThrow();
                run(FileSource.folder(Path.of(args[0])), FileSource.folder(folder), name.toString(), System.out);
            }
            default ->
                throw new IllegalArgumentException("give nothing, or FOLDER MAPPING: got " + args.length
                        + " arguments. Maybe a path has a blank.");
        }
    }

    /** Runs the example on files, by the mapping of that name. */
    static void run(FileSource files, FileSource mappings, String mappingName, PrintStream stream) throws IOException {
        LeadToCashMapping mapping = mapping(mappings, mappingName);
        ImmutableList<Finding> findings = DefinitionsCheck.of(mapping);
        if (findings.stream().anyMatch(finding -> finding.severity() == Severity.ERROR)) {
            throw new FindingsException(findings);
        }
        LeadToCashState state = new LeadToCashState(mapping);
        Printer out = new Printer(stream);
        new ReadFiles(files, out).into(state);
        out.findings(findings);
        List<String> notRun = new ArrayList<>();
        for (LeadToCashStep step : STEPS) {
            Optional<String> lacking = step.lacks(state);
            if (lacking.isPresent()) {
                notRun.add(step.title() + ": needs " + lacking.get());
            } else {
                out.section(step.title());
                step.run(state, out);
            }
        }
        if (!notRun.isEmpty()) {
            out.section("Not run");
            notRun.forEach(line -> out.line("%s", line));
        }
    }

    private static LeadToCashMapping mapping(FileSource mappings, String name) throws IOException {
        try (Reader reader = mappings.open(name).orElse(null)) {
            if (reader == null) {
                throw new FindingsException(ImmutableList.of(
                        Finding.error("example.mapping.missing", "", "there is no mapping file " + name)));
            }
            return SalesOpsJson.read(name, reader, LeadToCashMapping.class).orThrow();
        }
    }
}
