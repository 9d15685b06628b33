package io.salesops.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    @TestFactory
    Stream<DynamicTest> everyPropertiesClassRan() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path module : Modules.before()) {
            Path sources = module.resolve("src/test/java");
            for (Path source : Modules.testSources(module, "Properties.java")) {
                String name = sources.relativize(source)
                        .toString()
                        .replace(source.getFileSystem().getSeparator(), ".")
                        .replaceAll("\\.java$", "");
                tests.add(DynamicTest.dynamicTest(name, () -> assertRan(module, name)));
            }
        }
        assertThat(tests).as("classes named *Properties").isNotEmpty();
        return tests.stream();
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
