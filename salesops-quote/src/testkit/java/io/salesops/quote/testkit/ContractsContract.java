package io.salesops.quote.testkit;

import io.salesops.core.criteria.Fields;
import io.salesops.core.testkit.RepositoryContract;
import io.salesops.quote.document.Contract;
import io.salesops.quote.document.ContractId;
import io.salesops.quote.document.Contracts;
import net.jqwik.api.Arbitrary;

/** What every store of contracts keeps; a test class implements it and makes its own store. */
public interface ContractsContract extends RepositoryContract<Contract, ContractId> {

    @Override
    Contracts newStore();

    @Override
    default Arbitrary<Contract> values() {
        return QuoteArbitraries.contracts();
    }

    @Override
    default ContractId idOf(Contract value) {
        return value.id();
    }

    @Override
    default Contract withId(Contract value, String text) {
        return value.withId(ContractId.of(text));
    }

    @Override
    default Fields<Contract> fields() {
        return Contract.fields();
    }
}
