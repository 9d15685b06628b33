package io.salesops.territory.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.salesops.core.json.SalesOpsJson;
import org.junit.jupiter.api.Test;

class RouterStateTest {

    @Test
    void aRouterBeginsWithNothing() {
        RouterState empty = RouterState.empty(RouterId.of("inbound"));
        assertThat(empty.counters()).isEmpty();
        assertThat(empty.out()).isEmpty();
        assertThat(SalesOpsJson.read("{\"schema\":\"salesops/router-state/1\",\"id\":\"inbound\"}", RouterState.class)
                        .orThrow())
                .isEqualTo(empty);
    }

    @Test
    void allFaultsAreNamedAtOnce() {
        assertThatThrownBy(() -> RouterState.builder()
                        .id(RouterId.of("inbound"))
                        .putCounters(" ", 1L)
                        .putCounters("ana", -1L)
                        .build())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("name of a counter of router inbound must not be blank: ' '")
                .hasMessageContaining("counter ana of router inbound must not be negative: -1");
        assertThatThrownBy(() -> RouterId.of(""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("router id must not be blank");
    }
}
