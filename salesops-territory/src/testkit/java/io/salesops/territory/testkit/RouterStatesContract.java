package io.salesops.territory.testkit;

import com.google.common.collect.Maps;
import io.salesops.core.criteria.Fields;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.core.testkit.Wide;
import io.salesops.territory.route.RouterId;
import io.salesops.territory.route.RouterState;
import io.salesops.territory.route.RouterStates;
import net.jqwik.api.Arbitrary;

/** What every store of states of routers keeps; a test class implements it and makes its own store. */
public interface RouterStatesContract extends RepositoryContract<RouterState, RouterId> {

    @Override
    RouterStates newStore();

    @Override
    default Arbitrary<RouterState> values() {
        return Wide.some(
                TerritoryArbitraries.routerStates(),
                (state, wide) -> state.withCounters(Maps.transformValues(state.counters(), count -> wide.number())));
    }

    @Override
    default RouterId idOf(RouterState value) {
        return value.id();
    }

    @Override
    default RouterState withId(RouterState value, String text) {
        return value.withId(RouterId.of(text));
    }

    @Override
    default Fields<RouterState> fields() {
        return RouterState.fields();
    }
}
