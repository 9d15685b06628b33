package io.salesops.quote.pricing;

import com.google.common.collect.ImmutableMap;
import io.salesops.core.criteria.Criteria;
import io.salesops.quote.price.ConditionalStep;
import io.salesops.quote.price.LineFacts;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that acts where a condition holds. Immutable and thread-safe. */
final class CompiledCondition extends CompiledStep {
    private final Criteria<LineFacts> where;
    private final CompiledStep step;

    CompiledCondition(ConditionalStep conditional, StepRule rule) {
        super(conditional.id(), rule, Optional.empty());
        this.where = conditional.where();
        this.step = CompiledStep.of(conditional.step(), rule);
    }

    @Override
    @Nullable
    Cause apply(LinePrice line) {
        return switch (where.test(line.facts())) {
            case TRUE -> met(step.act(line));
            case FALSE -> null; // the step has nothing to do with the line
            case UNKNOWN -> {
                line.undecided(id(), where);
                yield null;
            }
        };
    }

    private @Nullable Cause met(@Nullable Cause cause) {
        return cause == null ? null : new Met(cause, where);
    }

    /** Why a step acted whose condition was met. */
    private record Met(Cause cause, Criteria<LineFacts> where) implements Cause {

        @Override
        public Cause of(LineState line, QuoteContext context) {
            return new Met(cause.of(line, context), where);
        }

        @Override
        public String label() {
            return cause.label() + ", as {condition}";
        }

        @Override
        public ImmutableMap<String, String> inputs() {
            return ImmutableMap.<String, String>builder()
                    .putAll(cause.inputs())
                    .put("condition", where.words())
                    .buildOrThrow();
        }
    }
}
