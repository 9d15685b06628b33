package io.salesops.commission.statement;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;
import io.salesops.core.money.Amounts;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import java.util.Optional;
import javax.money.CurrencyUnit;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * Statements of many payees. Who could not be calculated is refused with the findings, and is never paid a wrong figure.
 * Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = StatementRun.Builder.class)
public interface StatementRun extends WithStatementRun {

    /** The plan by which they were calculated. */
    PlanId plan();

    /** The version of the plan. */
    String planVersion();

    /** The period in which it was earned. */
    FiscalPeriod period();

    /** The currency in which the plan pays. */
    CurrencyUnit currency();

    /** The statements, by payee. */
    ImmutableMap<PayeeId, Statement> statements();

    /** The findings of those who could not be calculated, by payee. */
    ImmutableMap<PayeeId, ImmutableList<Finding>> refused();

    /** The statement of a payee; empty if it was refused or not asked for. */
    default Optional<Statement> statement(PayeeId payee) {
        return Optional.ofNullable(statements().get(payee));
    }

    /** What was earned by all who could be calculated. */
    default MonetaryAmount total() {
        return Amounts.sum(statements().values().stream().map(Statement::total).toList(), currency());
    }

    /** Those who could not be calculated, counted. */
    default ImmutableList<Omission> omitted() {
        return refused().isEmpty()
                ? ImmutableList.of()
                : ImmutableList.of(Omission.of(
                        "payees that could not be calculated",
                        refused().keySet().stream().map(PayeeId::value).sorted().toList(),
                        5));
    }

    /** Starts a run. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds runs. */
    final class Builder extends ImmutableStatementRun.Builder {
        Builder() {}
    }
}
