package io.salesops.core.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DocumentKeyTest {

    @Test
    void versionsOfADefinitionStandTogether() {
        assertThat(new TreeSet<>(List.of(DocumentKey.of("b", "1"), DocumentKey.of("a", "2"), DocumentKey.of("a", "1"))))
                .extracting(DocumentKey::toString)
                .containsExactly("a 1", "a 2", "b 1");
    }

    @Test
    void blankPartsAreRefused() {
        assertThatThrownBy(() -> DocumentKey.of(" ", "1"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("document id must not be blank: ' '");
        assertThatThrownBy(() -> DocumentKey.of("ae-2026", ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("ae-2026");
    }
}
