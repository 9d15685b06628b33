package io.salesops.commission.testkit;

import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.commission.service.StatementKey;
import io.salesops.commission.service.StatementVersion;
import io.salesops.commission.service.StatementVersions;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.By;
import io.salesops.core.testkit.AppendOnlyLogContract;
import io.salesops.core.testkit.Wide;
import net.jqwik.api.Arbitrary;

/** What every store of statement versions keeps; a test class implements it and makes its own store. */
public interface StatementVersionsContract extends AppendOnlyLogContract<StatementVersion, StatementKey> {

    @Override
    StatementVersions newStore();

    @Override
    default Arbitrary<StatementVersion> entries() {
        return Wide.some(
                RunArbitraries.statementVersions(),
                (version, wide) ->
                        version.withRun(wide.text()).withBy(new By(version.by().who(), wide.instant())));
    }

    @Override
    default StatementKey key(String text) {
        return new StatementKey(PlanId.of("ae-2026"), LedgerArbitraries.month(1), PayeeId.of(text));
    }

    @Override
    default StatementVersion withKey(StatementVersion entry, StatementKey key) {
        return entry.withPlan(key.plan()).withPeriod(key.period()).withPayee(key.payee());
    }

    @Override
    default Fields<StatementVersion> fields() {
        return StatementVersion.fields();
    }
}
