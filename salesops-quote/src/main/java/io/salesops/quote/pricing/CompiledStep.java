package io.salesops.quote.pricing;

import io.salesops.core.crm.ProductId;
import io.salesops.quote.price.WaterfallStep;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A step of a policy, made ready. Immutable and thread-safe. */
abstract class CompiledStep {
    private final String id;
    private final StepRule rule;
    private final @Nullable Set<ProductId> products;

    CompiledStep(String id, StepRule rule, Optional<? extends Set<ProductId>> products) {
        this.id = id;
        this.rule = rule;
        this.products = products.isPresent() ? products.get() : null;
    }

    static CompiledStep of(WaterfallStep step, StepRule rule) {
        return step.match(new StepCompiler(rule));
    }

    String id() {
        return id;
    }

    StepRule rule() {
        return rule;
    }

    /** What the step does to every line of a quote, where that needs no call. */
    final Shortcut shortcut(QuoteContext context) {
        return products == null ? direct(context) : Shortcut.NONE;
    }

    Shortcut direct(QuoteContext context) {
        return Shortcut.NONE;
    }

    /** Changes the price of the line, and says why; null where the step does not apply to it. */
    final @Nullable Cause act(LinePrice line) {
        return products == null || products.contains(line.product()) ? apply(line) : null;
    }

    abstract @Nullable Cause apply(LinePrice line);
}
