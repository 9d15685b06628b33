package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.json.SalesOpsJson;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedIdTest {

    static Stream<Named<Function<String, Object>>> types() {
        return Stream.of(
                Named.of("account", AccountId::of),
                Named.of("activity", ActivityId::of),
                Named.of("contact", ContactId::of),
                Named.of("lead", LeadId::of),
                Named.of("opportunity", OpportunityId::of),
                Named.of("product", ProductId::of),
                Named.of("rep", RepId::of),
                Named.of("team", TeamId::of),
                Named.of("territory", TerritoryId::of),
                Named.of("user", UserId::of));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void textIsKeptAsItIs(Function<String, Object> type) {
        for (String text : new String[] {"A-17", "  a b ", "東京🚀", "x".repeat(255)}) {
            Object id = type.apply(text);
            assertThat(id).hasToString(text);
            assertThat(SalesOpsJson.read(SalesOpsJson.write(id), id.getClass()).orThrow())
                    .isEqualTo(id);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("types")
    void textThatBreaksALineOrAFileIsRefused(Function<String, Object> type) {
        for (String text :
                new String[] {"", " ", "A\n17", "A\u0000", "\u007f", "A\ud835", "\udd18A", "x".repeat(256)}) {
            assertThatThrownBy(() -> type.apply(text))
                    .as("'%s'", text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining(" id ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u00A0", "\u200B", "\uFEFF", " \u200D\u2003", "\u3164"})
    void anIdThatNobodySeesIsRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AccountId.of(text))
                .withMessageContaining("must not be blank");
    }
}
