package io.salesops.quote.price;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.salesops.core.criteria.Criteria;

/**
 * A step that acts on the lines alone that meet a condition. Where a field of the condition is missing the step does not
 * act, and a warning of the result names the field. What a seller asks for, contracted prices and prices in bundles
 * must not depend on a condition: they would be dropped without a word.
 *
 * @param where the condition
 * @param step what acts; its id is that of both
 */
@JsonTypeName("conditional")
public record ConditionalStep(Criteria<LineFacts> where, WaterfallStep step) implements WaterfallStep {

    @Override
    public String id() {
        return step.id();
    }

    @Override
    public PriceLevel level() {
        return step.level();
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.conditional(this);
    }
}
