package io.salesops.commission.plan;

import com.fasterxml.jackson.annotation.JsonTypeName;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.money.Rate;
import org.immutables.value.Value;

/**
 * Holds back a share of what each deal earns until it is released.
 *
 * @param id what statements call the rule
 * @param share the share that is held back
 * @param release what releases it
 * @param on the ids of the rules whose pay is held back; empty means every rule
 */
@JsonTypeName("holdback")
@Value.Builder
@JsonDeserialize(builder = HoldbackBuilder.class)
public record Holdback(String id, Rate share, Release release, ImmutableList<String> on) implements SettlingRule {

    @Override
    public <R> R match(Kinds<R> kinds) {
        return kinds.holdback(this);
    }
}
