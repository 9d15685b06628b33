package io.salesops.quote.document;

import io.salesops.core.testkit.JsonLaws;
import io.salesops.quote.testkit.QuoteArbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ContractProperties {

    @Property(tries = 300)
    void contractsReadBackEqual(@ForAll("contracts") Contract contract) {
        JsonLaws.roundTrips(contract, Contract.class);
    }

    @Provide
    Arbitrary<Contract> contracts() {
        return QuoteArbitraries.contracts();
    }
}
