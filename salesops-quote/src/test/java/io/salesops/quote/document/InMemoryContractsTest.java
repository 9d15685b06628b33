package io.salesops.quote.document;

import io.salesops.quote.testkit.ContractsContract;

class InMemoryContractsTest implements ContractsContract {
    @Override
    public Contracts newStore() {
        return new InMemoryContracts();
    }
}
