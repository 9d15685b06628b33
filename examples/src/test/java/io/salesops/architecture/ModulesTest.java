package io.salesops.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What other tests take as the list of modules. */
class ModulesTest {

    @Test
    void eachHasItsOwnPom() throws IOException {
        assertThat(Modules.all())
                .contains(Path.of("").toAbsolutePath())
                .allSatisfy(module -> assertThat(module.resolve("pom.xml")).exists());
    }

    /** A module beside the others that the POM forgets would be built by nobody and guarded by nothing. */
    @Test
    void noneWithTestsIsForgotten() throws IOException {
        assertThat(Modules.all()).containsAll(foldersWithTests(Modules.ROOT));
        assertThat(Modules.all()).containsAll(foldersWithTests(Modules.ROOT.resolve("extensions")));
    }

    @Test
    void thisOneIsNotBeforeItself() throws IOException {
        assertThat(Modules.before())
                .hasSize(Modules.all().size() - 1)
                .doesNotContain(Path.of("").toAbsolutePath());
    }

    private static List<Path> foldersWithTests(Path parent) throws IOException {
        if (!Files.isDirectory(parent)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(folder -> Files.isRegularFile(folder.resolve("pom.xml")))
                    .filter(folder -> Files.isDirectory(folder.resolve("src/test/java")))
                    .filter(folder -> !folder.endsWith("benchmarks")) // in a profile; .ci/run tests it
                    .toList();
        }
    }
}
