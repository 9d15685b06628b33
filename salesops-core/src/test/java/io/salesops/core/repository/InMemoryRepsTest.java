package io.salesops.core.repository;

import io.salesops.core.testkit.RepsContract;

class InMemoryRepsTest implements RepsContract {
    @Override
    public Reps newStore() {
        return new InMemoryReps();
    }
}
