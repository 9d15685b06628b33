package io.salesops.territory.area;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.TerritoryId;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Every unit's territory: the document {@code salesops/territory-plan/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "territory-plan", version = 1)
@JsonDeserialize(builder = TerritoryPlan.Builder.class)
public interface TerritoryPlan extends WithTerritoryPlan {

    /** The identity. */
    Field<TerritoryPlan, TerritoryPlanId> ID =
            Field.of(TerritoryPlan.class, "id", TerritoryPlanId.class, plan -> Optional.of(plan.id()));

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(TerritoryPlan.class);
    }

    /** The plan's identity. */
    TerritoryPlanId id();

    /** The territory of each unit; a unit that is not named has none. */
    ImmutableMap<UnitId, TerritoryId> assignment();

    /** The fields that conditions on territory plans may name. */
    static Fields<TerritoryPlan> fields() {
        return Fields.of(TerritoryPlan.class, List.of(ID));
    }

    /** Starts a plan. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds plans. */
    final class Builder extends ImmutableTerritoryPlan.Builder {
        Builder() {}
    }
}
