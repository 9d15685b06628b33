package io.salesops.commission.plan;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.RampSchedule;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.money.RoundingPolicy;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/** The rules by which credited revenue becomes commission: a versioned document. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CommissionPlan.Builder.class)
@Document(kind = "commission-plan", version = 1)
public interface CommissionPlan extends WithCommissionPlan {

    /** The identity. */
    Field<CommissionPlan, PlanId> ID =
            Field.of(CommissionPlan.class, "id", PlanId.class, plan -> Optional.of(plan.id()));

    /** The version. */
    Field<CommissionPlan, String> VERSION =
            Field.of(CommissionPlan.class, "version", String.class, plan -> Optional.of(plan.version()));

    /** The currency. */
    Field<CommissionPlan, CurrencyUnit> CURRENCY =
            Field.of(CommissionPlan.class, "currency", CurrencyUnit.class, plan -> Optional.of(plan.currency()));

    /** The first day on which it holds. */
    Field<CommissionPlan, LocalDate> FROM = Field.of(
            CommissionPlan.class,
            "from",
            LocalDate.class,
            plan -> plan.effective().from());

    /** The first day on which it no longer holds. */
    Field<CommissionPlan, LocalDate> BEFORE = Field.of(
            CommissionPlan.class,
            "before",
            LocalDate.class,
            plan -> plan.effective().before());

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(CommissionPlan.class);
    }

    /** The plan's identity. */
    PlanId id();

    /** Which version of the plan this is; a change makes a new one. */
    String version();

    /** The days on which credits count under this plan. */
    DateRange effective();

    /** The currency in which the plan pays, and in which its limits are stated. */
    CurrencyUnit currency();

    /** What the plan counts; a measure that rules name and the plan does not define counts the credits of its name. */
    ImmutableList<Measure> measures();

    /** The components; their order matters only among gates, among draws and among caps. */
    ImmutableList<PlanRule> rules();

    /** The share of their quota that payees carry in the months after they started; the whole unless stated. */
    Optional<RampSchedule> ramp();

    /** The choices on which plan documents differ. */
    @Value.Default
    default Conventions conventions() {
        return Conventions.builder().build();
    }

    /** How the running pay of a rule is rounded; half up to the currency's decimals unless stated. */
    @Value.Default
    default RoundingPolicy rounding() {
        return RoundingPolicy.halfUp();
    }

    /** What people should know about the plan. */
    Optional<String> note();

    /** The fields that conditions on plans may name. */
    static Fields<CommissionPlan> fields() {
        return Fields.of(CommissionPlan.class, List.of(ID, VERSION, CURRENCY, FROM, BEFORE));
    }

    /** Starts a plan. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds plans. */
    final class Builder extends ImmutableCommissionPlan.Builder {
        Builder() {}
    }
}
