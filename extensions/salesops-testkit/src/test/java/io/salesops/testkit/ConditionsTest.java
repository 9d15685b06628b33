package io.salesops.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import io.salesops.commission.credit.CreditItem;
import io.salesops.commission.ledger.LedgerEntry;
import io.salesops.commission.plan.CommissionPlan;
import io.salesops.core.criteria.Criteria;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.criteria.Operator;
import io.salesops.core.criteria.Truth;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.Activity;
import io.salesops.core.crm.Contact;
import io.salesops.core.crm.Lead;
import io.salesops.core.crm.Opportunity;
import io.salesops.core.crm.Product;
import io.salesops.core.crm.Quota;
import io.salesops.core.crm.SalesRep;
import io.salesops.core.crm.Team;
import io.salesops.core.event.DomainEvent;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.CriteriaArbitraries;
import io.salesops.quote.catalog.Catalog;
import io.salesops.quote.document.Contract;
import io.salesops.quote.document.Quote;
import io.salesops.quote.price.PriceBook;
import io.salesops.territory.area.TerritoryPlan;
import io.salesops.territory.route.RouterState;
import io.salesops.territory.rule.AssignmentRules;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Generated conditions compare every field of every kind of record with values that records have. */
class ConditionsTest {
    private static final int RECORDS = 10;
    private static final int CONDITIONS = 5_000;
    private static final int TEXTS = 200;

    private record Kind<T>(Fields<T> fields, Arbitrary<T> records) {}

    private static final ImmutableList<Kind<?>> KINDS = ImmutableList.of(
            new Kind<>(Account.fields(), SalesOpsArbitraries.accounts()),
            new Kind<>(Activity.fields(), SalesOpsArbitraries.activities()),
            new Kind<>(Contact.fields(), SalesOpsArbitraries.contacts()),
            new Kind<>(DomainEvent.fields(), SalesOpsArbitraries.domainEvents()),
            new Kind<>(Lead.fields(), SalesOpsArbitraries.leads()),
            new Kind<>(Opportunity.fields(), SalesOpsArbitraries.opportunities()),
            new Kind<>(Product.fields(), SalesOpsArbitraries.products()),
            new Kind<>(Quota.fields(), SalesOpsArbitraries.quotas()),
            new Kind<>(SalesRep.fields(), SalesOpsArbitraries.salesReps()),
            new Kind<>(Team.fields(), SalesOpsArbitraries.teams()),
            new Kind<>(CommissionPlan.fields(), SalesOpsArbitraries.commissionPlans()),
            new Kind<>(CreditItem.fields(), SalesOpsArbitraries.creditItems()),
            new Kind<>(LedgerEntry.fields(), SalesOpsArbitraries.ledgerEntries()),
            new Kind<>(Catalog.fields(), SalesOpsArbitraries.catalogs()),
            new Kind<>(Contract.fields(), SalesOpsArbitraries.contracts()),
            new Kind<>(PriceBook.fields(), SalesOpsArbitraries.priceBooks()),
            new Kind<>(Quote.fields(), SalesOpsArbitraries.quotes()),
            new Kind<>(AssignmentRules.fields(), SalesOpsArbitraries.assignmentRules()),
            new Kind<>(RouterState.fields(), SalesOpsArbitraries.routerStates()),
            new Kind<>(TerritoryPlan.fields(), SalesOpsArbitraries.territoryPlans()));

    @Test
    void everyKindIsHere() {
        Set<Fields<?>> kinds =
                ValueArbitraries.kinds().sampleStream().limit(1_000).collect(Collectors.toSet());
        assertThat(kinds.stream().<Class<?>>map(Fields::owner))
                .containsExactlyInAnyOrderElementsOf(KINDS.stream()
                        .<Class<?>>map(kind -> kind.fields().owner())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> everyFieldIsComparedWithWhatRecordsHave() {
        return KINDS.stream()
                .map(kind -> DynamicTest.dynamicTest(
                        kind.fields().owner().getSimpleName(), () -> assertEveryFieldCompared(kind)));
    }

    /** Where one of the records has a field, a test of its value is true of one of them. */
    private static <T> void assertEveryFieldCompared(Kind<T> kind) {
        List<T> records = kind.records().sampleStream().limit(RECORDS).toList();
        Set<String> present = kind.fields().named().values().stream()
                .filter(field -> records.stream().anyMatch(one -> field.get(one).isPresent()))
                .map(Field::name)
                .collect(Collectors.toSet());
        Set<String> met = new HashSet<>();
        CriteriaArbitraries.on(kind.fields(), Arbitraries.of(records))
                .sampleStream()
                .limit(CONDITIONS)
                .flatMap(ConditionsTest::tests)
                .filter(test -> test.operator() == Operator.IS || test.operator() == Operator.IN)
                .filter(test -> !met.contains(test.field().name()))
                .filter(test -> records.stream().anyMatch(one -> test.test(one) == Truth.TRUE))
                .forEach(test -> met.add(test.field().name()));
        assertThat(met).containsAll(present);
    }

    private static <T> Stream<Criteria.Test<T, ?>> tests(Criteria<T> condition) {
        return condition.match(new Criteria.Cases<T, Stream<Criteria.Test<T, ?>>>() {
            @Override
            public Stream<Criteria.Test<T, ?>> test(Criteria.Test<T, ?> test) {
                return Stream.of(test);
            }

            @Override
            public Stream<Criteria.Test<T, ?>> and(Criteria.And<T> and) {
                return and.parts().stream().flatMap(ConditionsTest::tests);
            }

            @Override
            public Stream<Criteria.Test<T, ?>> or(Criteria.Or<T> or) {
                return or.parts().stream().flatMap(ConditionsTest::tests);
            }

            @Override
            public Stream<Criteria.Test<T, ?>> not(Criteria.Not<T> not) {
                return tests(not.part());
            }
        });
    }

    @TestFactory
    Stream<DynamicTest> everyConditionReadsBack() {
        return KINDS.stream()
                .map(kind ->
                        DynamicTest.dynamicTest(kind.fields().owner().getSimpleName(), () -> assertReadsBack(kind)));
    }

    private static <T> void assertReadsBack(Kind<T> kind) {
        CriteriaArbitraries.on(kind.fields(), kind.records())
                .sampleStream()
                .limit(TEXTS)
                .forEach(condition -> {
                    String text = SalesOpsJson.write(condition);
                    assertThat(SalesOpsJson.readCriteria(text, kind.fields().owner())
                                    .orThrow())
                            .as(text)
                            .isEqualTo(condition);
                });
    }
}
