package io.salesops.quote.pricing;

import io.salesops.core.explain.RuleRef;
import io.salesops.quote.price.PriceLevel;

/**
 * The rule behind a step and the price that it is on the way to.
 *
 * @param rule where it stands
 * @param level the price
 */
record StepRule(RuleRef rule, PriceLevel level) {}
