package io.salesops.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Element;

/**
 * Surefire's default patterns pass over classes named *Properties without a word. This test holds the reports of the
 * modules built before this one against their sources: every such class ran, and ran after it was compiled.
 */
class PropertiesRanTest {
    private static final Path ROOT = Path.of("").toAbsolutePath().getParent();
    private static final List<String> MODULES =
            List.of("salesops-core", "salesops-commission", "salesops-territory", "salesops-quote");

    @TestFactory
    Stream<DynamicTest> everyPropertiesClassRan() throws IOException {
        List<DynamicTest> tests = new java.util.ArrayList<>();
        for (String module : MODULES) {
            Path sources = ROOT.resolve(module).resolve("src/test/java");
            for (Path source : propertiesClasses(sources)) {
                String name = sources.relativize(source)
                        .toString()
                        .replace(source.getFileSystem().getSeparator(), ".")
                        .replaceAll("\\.java$", "");
                tests.add(DynamicTest.dynamicTest(name, () -> assertRan(ROOT.resolve(module), name)));
            }
        }
        assertThat(tests).as("classes named *Properties").isNotEmpty();
        return tests.stream();
    }

    private static List<Path> propertiesClasses(Path sources) throws IOException {
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith("Properties.java"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertRan(Path module, String name) throws Exception {
        Path report = module.resolve("target/surefire-reports/TEST-" + name + ".xml");
        assertThat(report).as("report of %s; built by the same command?", name).exists();
        Path compiled = module.resolve("target/test-classes/" + name.replace('.', '/') + ".class");
        assertThat(Files.getLastModifiedTime(report))
                .as("%s ran after it was compiled", name)
                .isGreaterThanOrEqualTo(Files.getLastModifiedTime(compiled));
        Element suite = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(report.toFile())
                .getDocumentElement();
        assertThat(Integer.parseInt(suite.getAttribute("tests")))
                .as("tests of %s", name)
                .isPositive();
        assertThat(suite.getAttribute("skipped")).as("skipped of %s", name).isEqualTo("0");
    }
}
