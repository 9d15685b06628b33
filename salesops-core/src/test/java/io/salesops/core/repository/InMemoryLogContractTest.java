package io.salesops.core.repository;

import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.Activity;
import io.salesops.core.crm.RepId;
import io.salesops.core.testkit.AppendOnlyLogContract;
import io.salesops.core.testkit.WideArbitraries;
import net.jqwik.api.Arbitrary;

class InMemoryLogContractTest implements AppendOnlyLogContract<Activity, RepId> {

    private static final class Diaries extends InMemoryLog<Activity, RepId> {
        Diaries() {
            super(activity -> activity.owner().orElseThrow());
        }
    }

    @Override
    public AppendOnlyLog<Activity, RepId> newStore() {
        return new Diaries();
    }

    @Override
    public Arbitrary<Activity> entries() {
        return WideArbitraries.activities();
    }

    @Override
    public RepId key(String text) {
        return RepId.of(text);
    }

    @Override
    public Activity withKey(Activity entry, RepId key) {
        return entry.withOwner(key);
    }

    @Override
    public Fields<Activity> fields() {
        return Activity.fields();
    }
}
