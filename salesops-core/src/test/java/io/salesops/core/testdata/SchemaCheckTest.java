package io.salesops.core.testdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaCheckTest {

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text.replace('\'', '"'));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type': 'integer'} | 7 | 7.5",
                "{'type': ['string', 'number']} | 7.5 | true",
                "{'const': 'a'} | 'a' | 'b'",
                "{'enum': ['a', 'b']} | 'b' | 'c'",
                "{'pattern': '^custom[.].'} | 'custom.x' | 'custom.'",
                "{'type': 'array', 'minItems': 1} | [1] | []",
                "{'uniqueItems': true} | [1, 2] | [1, 1]",
                "{'items': {'type': 'string'}} | ['a'] | ['a', 1]",
                "{'required': ['a']} | {'a': 1} | {'b': 1}",
                "{'minProperties': 1} | {'a': 1} | {}",
                "{'maxProperties': 1} | {'a': 1} | {'a': 1, 'b': 2}",
                "{'properties': {'a': {'type': 'string'}}} | {'b': 1} | {'a': 1}",
                "{'properties': {'a': {}}, 'additionalProperties': false} | {'a': 1} | {'b': 1}",
                "{'additionalProperties': {'type': 'string'}} | {'a': 'x'} | {'a': 1}",
                "{'propertyNames': {'enum': ['a']}} | {'a': 1} | {'b': 1}",
                "{'oneOf': [{'type': 'string'}, {'const': 1}]} | 1 | 2",
                "{'oneOf': [{'type': 'integer'}, {'type': 'number'}]} | 1.5 | 1",
                "{'$ref': '#/$defs/d', '$defs': {'d': {'type': 'string'}}} | 'a' | 1",
            })
    void tellsValidFromInvalid(String schema, String valid, String invalid) throws IOException {
        assertThat(SchemaCheck.of(json(schema), json(valid)).errors()).isEmpty();
        assertThat(SchemaCheck.of(json(schema), json(invalid)).errors()).isNotEmpty();
    }

    @Test
    void refusesKeywordsThatItDoesNotKnow() throws IOException {
        JsonNode schema = json("{'maximum': 5}");
        JsonNode value = json("7");
        assertThatThrownBy(() -> SchemaCheck.of(schema, value))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("maximum");
    }

    @Test
    void listsTheFieldsOfAFullDocumentButNotThoseOfOthersInIt() throws IOException {
        JsonNode schema = json(
                "{'properties': {'schema': {'const': 'salesops/a/1'}, 'list': {'items': {'$ref': '#/$defs/v'}},"
                        + " 'other': {'properties': {'schema': {'const': 'salesops/b/1'}, 'x': {}}}},"
                        + " '$defs': {'v': {'oneOf': [{'properties': {'y': {}}}, {'properties': {'z': {'$ref': '#/$defs/v'}}}]}}}");
        assertThat(SchemaCheck.fields(schema))
                .extracting(Object::toString)
                .containsExactly(
                        "/properties/schema",
                        "/properties/list",
                        "/$defs/v/oneOf/0/properties/y",
                        "/$defs/v/oneOf/1/properties/z",
                        "/properties/other");
    }
}
