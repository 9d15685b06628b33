package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.CrmArbitraries;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CrmJsonProperties {

    @Property
    void whatIsWrittenIsReadBackEqual(@ForAll("records") Written<?> record) {
        assertThat(record.readBack()).isEqualTo(record.value());
    }

    @Property(tries = 200)
    void equalRecordsHaveOneText(@ForAll("records") Written<?> record) {
        assertThat(SalesOpsJson.write(record.readBack())).isEqualTo(SalesOpsJson.write(record.value()));
    }

    /** A value and the type under which it is read: generated classes are read through their interface. */
    record Written<T>(Class<T> type, T value) {
        T readBack() {
            return SalesOpsJson.read(SalesOpsJson.write(value), type).orThrow();
        }
    }

    @Provide
    Arbitrary<Written<?>> records() {
        return Arbitraries.oneOf(
                CrmArbitraries.accounts().map(value -> new Written<>(Account.class, value)),
                CrmArbitraries.contacts().map(value -> new Written<>(Contact.class, value)),
                CrmArbitraries.leads().map(value -> new Written<>(Lead.class, value)),
                CrmArbitraries.opportunities().map(value -> new Written<>(Opportunity.class, value)),
                CrmArbitraries.opportunities().map(value -> new Written<>(LineTotals.class, value.lineTotals())),
                CrmArbitraries.products().map(value -> new Written<>(Product.class, value)),
                CrmArbitraries.productLines().map(value -> new Written<>(ProductLine.class, value)),
                CrmArbitraries.activities().map(value -> new Written<>(Activity.class, value)),
                CrmArbitraries.salesReps().map(value -> new Written<>(SalesRep.class, value)),
                CrmArbitraries.teams().map(value -> new Written<>(Team.class, value)),
                CrmArbitraries.quotas().map(value -> new Written<>(Quota.class, value)),
                CrmArbitraries.quotas().map(value -> new Written<>(QuotaKey.class, value.key())),
                CrmArbitraries.hierarchies()
                        .map(CrmJsonProperties::indexed)
                        .map(value -> new Written<>(Hierarchy.class, value)),
                CrmArbitraries.rampSchedules().map(value -> new Written<>(RampSchedule.class, value)),
                CrmArbitraries.customFields().map(value -> new Written<>(CustomFields.class, value)),
                CrmArbitraries.addresses().map(value -> new Written<>(Address.class, value)),
                CrmArbitraries.salesforceIds().map(value -> new Written<>(SalesforceId.class, value)));
    }

    /** The index that a hierarchy makes on first use is no part of its text. */
    private static Hierarchy indexed(Hierarchy hierarchy) {
        assertThat(hierarchy.linksByRep().size()).isEqualTo(hierarchy.links().size());
        return hierarchy;
    }
}
