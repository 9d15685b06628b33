package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.json.SalesOpsJson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CrmJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"field\":\"stage\"}",
                "{\"field\":\" \",\"by\":{\"who\":\"ana\",\"at\":\"2026-01-01T00:00:00Z\"}}",
                "{\"by\":{\"who\":\"ana\",\"at\":\"2026-01-01T00:00:00Z\"}}",
                "{\"field\":\"stage\",\"by\":{\"who\":\"ana\"}}",
                "{\"field\":\"stage\",\"by\":{\"at\":\"2026-01-01T00:00:00Z\"}}"
            })
    void aChangeWithoutFieldOrAuthorIsRefused(String json) {
        assertThat(SalesOpsJson.read(json, FieldChange.class).value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"product\":\"P-1\"}", "{\"quantity\":1}", "{\"product\":\"P-1\",\"quantity\":-1}"})
    void aLineWithoutProductOrQuantityIsRefused(String json) {
        assertThat(SalesOpsJson.read(json, ProductLine.class).value()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":{\"kind\":\"number\"}}",
                "{\"a\":{\"kind\":\"colour\",\"value\":\"red\"}}",
                "{\"a\":{\"value\":\"red\"}}",
                "{\" \":{\"kind\":\"text\",\"value\":\"red\"}}",
                "{\"custom.a\":{\"kind\":\"text\",\"value\":\"red\"}}",
                "{\"a\":{\"kind\":\"text\",\"value\":null}}"
            })
    void aCustomFieldWithoutKindValueOrNameIsRefused(String json) {
        assertThat(SalesOpsJson.read(json, CustomFields.class).value()).isEmpty();
    }

    @Test
    void absentPartsOfAChangeMeanNoValue() {
        FieldChange change = SalesOpsJson.read(
                        "{\"field\":\"amount\",\"by\":{\"who\":\"ana\",\"at\":\"2026-01-01T00:00:00Z\"}}",
                        FieldChange.class)
                .orThrow();
        assertThat(change.before()).isEmpty();
        assertThat(change.after()).isEmpty();
    }
}
