package io.salesops.commission.service;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.statement.Statement;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.By;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What a run calculated for a payee's period, where it differs from the version before. What was known at an instant is
 * the last version up to then. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = StatementVersion.Builder.class)
public interface StatementVersion extends WithStatementVersion {

    /** The plan. */
    Field<StatementVersion, PlanId> PLAN =
            Field.of(StatementVersion.class, "plan", PlanId.class, version -> Optional.of(version.plan()));

    /** The period of the figures. */
    Field<StatementVersion, FiscalPeriod> PERIOD =
            Field.of(StatementVersion.class, "period", FiscalPeriod.class, version -> Optional.of(version.period()));

    /** Who is paid. */
    Field<StatementVersion, PayeeId> PAYEE =
            Field.of(StatementVersion.class, "payee", PayeeId.class, version -> Optional.of(version.payee()));

    /** The run that calculated it. */
    Field<StatementVersion, String> RUN =
            Field.of(StatementVersion.class, "run", String.class, version -> Optional.of(version.run()));

    /** The plan. */
    PlanId plan();

    /** The period of the figures. */
    FiscalPeriod period();

    /** Who is paid. */
    PayeeId payee();

    /** The key of the run that calculated it. */
    String run();

    /** Who ran it and when. */
    By by();

    /** What was asked; with it and the facts of then the statements can be calculated again. */
    AsOf asOf();

    /** The statements, one by each version of the plan that holds in the period. */
    ImmutableList<Statement> statements();

    /** Whose log it belongs to. */
    default StatementKey key() {
        return new StatementKey(plan(), period(), payee());
    }

    /** The fields that conditions on versions may name. */
    static Fields<StatementVersion> fields() {
        return Fields.of(StatementVersion.class, List.of(PLAN, PERIOD, PAYEE, RUN));
    }

    /** Starts a version. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds versions. */
    final class Builder extends ImmutableStatementVersion.Builder {
        Builder() {}
    }
}
