package io.salesops.commission.service;

import com.google.common.collect.ImmutableSet;
import io.salesops.commission.incremental.PayeePeriod;
import io.salesops.commission.incremental.PlanVersions;
import io.salesops.core.approval.Approval;
import io.salesops.core.crm.By;
import io.salesops.core.finding.Checked;
import io.salesops.core.repository.UnitOfWork;
import io.salesops.core.run.Execution;
import io.salesops.core.time.AsOf;
import io.salesops.core.time.FiscalPeriod;
import java.util.Optional;

/** What one run was asked to do. */
record RunTask(
        PlanVersions plans,
        RunPolicy policy,
        String key,
        FiscalPeriod period,
        AsOf asOf,
        By by,
        Execution execution,
        Optional<ImmutableSet<PayeePeriod>> dirty,
        boolean closes,
        Optional<Approval> approval) {

    RunTask(
            PlanVersions plans,
            RunPolicy policy,
            String key,
            FiscalPeriod period,
            AsOf asOf,
            By by,
            Execution execution,
            Optional<ImmutableSet<PayeePeriod>> dirty,
            boolean closes) {
        this(plans, policy, key, period, asOf, by, execution, dirty, closes, Optional.empty());
    }

    RunTask approvedBy(Approval given) {
        return new RunTask(plans, policy, key, period, asOf, by, execution, dirty, closes, Optional.of(given));
    }

    Checked<PostedRun> in(UnitOfWork.Ports ports) {
        return new RunUnit(this, ports).run();
    }
}
