package io.salesops.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.io.CrmImporter;
import io.salesops.core.json.SalesOpsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeadToCashMappingTest {

    @Test
    void mappingsAreSoundAndRoundTrip() throws IOException {
        LeadToCashMapping mapping = SalesOpsJson.read(
                        Files.readString(Path.of("mappings/maven-crm.json")), LeadToCashMapping.class)
                .orThrow();
        CrmFiles files = mapping.files();
        List.of(files.accounts(), files.products(), files.reps(), files.opportunities())
                .forEach(file -> assertThat(CrmImporter.check(file.orElseThrow().mapping()))
                        .isEmpty());
        assertThat(mapping.process().problems()).isEmpty();
        assertThat(files.leads()).isEmpty();
        assertThat(SalesOpsJson.read(SalesOpsJson.write(mapping), LeadToCashMapping.class)
                        .orThrow())
                .isEqualTo(mapping);
    }
}
