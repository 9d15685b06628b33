package io.salesops.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every Java block of README and guide stands, line for line, in a test that compiles and runs it. */
class GuideSnippetsTest {
    private static final Pattern BLOCK =
            Pattern.compile("(<!-- snippet:([\\w-]+) -->\\R)?```java\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern TESTED =
            Pattern.compile("// snippet:([\\w-]+)\\R(.*?)\\R[ \\t]*// end\\b", Pattern.DOTALL);

    static List<Path> pages() throws IOException {
        try (Stream<Path> guide = Files.list(Modules.ROOT.resolve("docs/guide"))) {
            return Stream.concat(Stream.of(Modules.ROOT.resolve("README.md")), guide.sorted())
                    .filter(page -> page.toString().endsWith(".md"))
                    .toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void everySnippetIsCompiled(Path page) throws IOException {
        Map<String, String> tested = testedSnippets();
        Matcher block = BLOCK.matcher(Files.readString(page));
        while (block.find()) {
            assertThat(block.group(2))
                    .as("name of the Java block in %s:\n%s", page.getFileName(), block.group(3))
                    .isNotNull();
            assertThat(lines(block.group(3)))
                    .as("snippet %s of %s", block.group(2), page.getFileName())
                    .isEqualTo(lines(tested.getOrDefault(block.group(2), "is in no test")));
        }
    }

    private static Map<String, String> testedSnippets() throws IOException {
        Map<String, String> snippets = new HashMap<>();
        for (Path module : Modules.all()) {
            for (Path file : Modules.testSources(module, "GuideTest.java")) {
                Matcher snippet = TESTED.matcher(Files.readString(file));
                while (snippet.find()) {
                    String other = snippets.put(snippet.group(1), snippet.group(2));
                    assertThat(other)
                            .as("second snippet named %s in %s", snippet.group(1), file)
                            .isNull();
                }
            }
        }
        return snippets;
    }

    /** Indentation is the page's own. */
    private static String lines(String code) {
        return code.lines().map(String::strip).filter(line -> !line.isEmpty()).collect(Collectors.joining("\n"));
    }
}
