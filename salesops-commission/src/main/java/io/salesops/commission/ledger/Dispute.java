package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Blanks;
import io.salesops.core.crm.By;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/** A payee's claim that a figure is wrong, and what became of it. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = Dispute.Builder.class)
public interface Dispute extends WithDispute {

    /** The identity. */
    Field<Dispute, DisputeId> ID = Field.of(Dispute.class, "id", DisputeId.class, dispute -> Optional.of(dispute.id()));

    /** Whose figure it is. */
    Field<Dispute, PayeeId> PAYEE =
            Field.of(Dispute.class, "payee", PayeeId.class, dispute -> Optional.of(dispute.payee()));

    /** The part of the plan. */
    Field<Dispute, String> COMPONENT =
            Field.of(Dispute.class, "component", String.class, dispute -> Optional.of(dispute.component()));

    /** The period of the figure. */
    Field<Dispute, FiscalPeriod> ORIGIN =
            Field.of(Dispute.class, "origin", FiscalPeriod.class, dispute -> Optional.of(dispute.origin()));

    /** How far it has come. */
    Field<Dispute, DisputeState> STATE =
            Field.of(Dispute.class, "state", DisputeState.class, dispute -> Optional.of(dispute.state()));

    /** The dispute's identity. */
    DisputeId id();

    /** Whose figure it is. */
    PayeeId payee();

    /** The plan; absent where the figure belongs to none. */
    Optional<PlanId> plan();

    /** The rule of the plan, or what else the figure is for. */
    String component();

    /** The deal, invoice or payment. */
    String source();

    /** The period of the figure. */
    FiscalPeriod origin();

    /** How much is missing by the claim; negative where the payee was paid too much. */
    MonetaryAmount claim();

    /** Why, in the payee's words. */
    String reason();

    /** Who raised it and when. */
    By raised();

    /** What became of it, in order. */
    ImmutableList<Step> steps();

    /** How far it has come. */
    default DisputeState state() {
        return steps().isEmpty()
                ? DisputeState.OPEN
                : steps().get(steps().size() - 1).to();
    }

    /**
     * A move of a dispute.
     *
     * @param to where it went
     * @param by who moved it and when
     * @param comment why
     * @param granted how much of the claim was accepted; present exactly where it was
     */
    record Step(DisputeState to, By by, Optional<String> comment, Optional<MonetaryAmount> granted) {

        /** Checks that an acceptance grants an amount, and nothing else does. */
        public Step {
            checkArgument(
                    granted.isPresent() == (to == DisputeState.ACCEPTED),
                    "an amount is granted exactly where a dispute is accepted: %s, %s",
                    to,
                    granted.map(Object::toString).orElse("no amount"));
        }
    }

    /** The fields that conditions on disputes may name. */
    static Fields<Dispute> fields() {
        return Fields.of(Dispute.class, List.of(ID, PAYEE, COMPONENT, ORIGIN, STATE));
    }

    /** Starts a dispute. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks the texts, and that steps are in the order of their times; all at once. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        List.of(component(), source(), reason()).stream()
                .filter(Blanks::isBlank)
                .forEach(text -> faults.add(
                        "component, source and reason of dispute " + id() + " must not be blank: '" + text + "'"));
        By last = raised();
        for (Step step : steps()) {
            if (step.by().at().isBefore(last.at())) {
                faults.add("step " + step.to() + " of dispute " + id() + " must not be before the one it follows: "
                        + step.by().at() + ", " + last.at());
            }
            last = step.by();
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds disputes. */
    final class Builder extends ImmutableDispute.Builder {
        Builder() {}
    }
}
