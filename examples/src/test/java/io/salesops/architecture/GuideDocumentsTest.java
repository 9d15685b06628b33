package io.salesops.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import com.google.common.reflect.ClassPath;
import io.salesops.core.finding.Checked;
import io.salesops.core.json.Document;
import io.salesops.core.json.SalesOpsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every whole document in README and guide is one that the library reads. */
class GuideDocumentsTest {
    private static final Pattern BLOCK = Pattern.compile("```json\\R(.*?)```", Pattern.DOTALL);
    private static final Pattern SCHEMA = Pattern.compile("\"schema\"\\s*:\\s*\"(salesops/[^\"]*)\"");
    private static final ImmutableMap<String, Class<?>> TYPES = types();

    /** A JSON block of a page that begins a document. */
    record Block(String page, String schema, String text) {
        @Override
        public String toString() {
            return page + " " + schema;
        }
    }

    static List<Block> documents() throws IOException {
        List<Block> documents = new ArrayList<>();
        for (Path page : GuideSnippetsTest.pages()) {
            Matcher block = BLOCK.matcher(Files.readString(page));
            while (block.find()) {
                Matcher schema = SCHEMA.matcher(block.group(1));
                if (schema.find()) {
                    documents.add(new Block(page.getFileName().toString(), schema.group(1), block.group(1)));
                }
            }
        }
        return documents;
    }

    @Test
    void thereAreDocumentsInTheGuide() throws IOException {
        assertThat(documents())
                .extracting(Block::schema)
                .contains("salesops/commission-plan/1", "salesops/price-book/1", "salesops/sales-process/1");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("documents")
    void isReadWithoutFindings(Block block) {
        Optional<Class<?>> type = Optional.ofNullable(TYPES.get(block.schema()));
        assertThat(type)
                .as("type of %s; known are %s", block.schema(), TYPES.keySet())
                .isPresent();
        Checked<?> read = SalesOpsJson.read(block.text(), type.orElseThrow());
        assertThat(read.findings()).isEmpty();
        assertThat(read.value()).isPresent();
    }

    /** The documents that the modules ship, and those of the examples, by what they state as their schema. */
    private static ImmutableMap<String, Class<?>> types() {
        try {
            return Maps.uniqueIndex(
                    ClassPath.from(GuideDocumentsTest.class.getClassLoader())
                            .getTopLevelClassesRecursive("io.salesops")
                            .stream()
                            .filter(info -> !info.url().getPath().contains("/test-classes/"))
                            .<Class<?>>map(ClassPath.ClassInfo::load)
                            .filter(type -> type.isAnnotationPresent(Document.class))
                            .toList(),
                    type -> {
                        Document mark = type.getAnnotation(Document.class);
                        return "salesops/" + mark.kind() + "/" + mark.version();
                    });
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
