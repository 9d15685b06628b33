package io.salesops.architecture;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** The modules that every build of the whole project builds, as its root POM lists them. */
final class Modules {
    static final Path ROOT = Path.of("").toAbsolutePath().getParent();

    private Modules() {}

    /** The folders of all modules, this one included, in the order of the POM. */
    static ImmutableList<Path> all() throws IOException {
        try {
            Element project = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(ROOT.resolve("pom.xml").toFile())
                    .getDocumentElement();
            // Direct children only: the modules of a profile are not always built.
            return children(project, "modules")
                    .flatMap(modules -> children(modules, "module"))
                    .map(module -> ROOT.resolve(module.getTextContent().strip()))
                    .collect(ImmutableList.toImmutableList());
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException(e);
        }
    }

    /** The modules that are built before this one. */
    static ImmutableList<Path> before() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        return all().stream().filter(module -> !module.equals(here)).collect(ImmutableList.toImmutableList());
    }

    /** The test sources of a module whose file names end as given; none where it has no tests. */
    static ImmutableList<Path> testSources(Path module, String end) throws IOException {
        Path sources = module.resolve("src/test/java");
        if (!Files.isDirectory(sources)) {
            return ImmutableList.of();
        }
        try (Stream<Path> files = Files.walk(sources)) {
            return files.filter(file -> file.toString().endsWith(end))
                    .sorted()
                    .collect(ImmutableList.toImmutableList());
        }
    }

    private static Stream<Node> children(Node parent, String name) {
        return Stream.iterate(parent.getFirstChild(), node -> node != null, Node::getNextSibling)
                .filter(node -> node.getNodeName().equals(name));
    }
}
