package io.salesops.core.crm;

import static org.assertj.core.api.Assertions.assertThat;

import io.salesops.core.criteria.Field;
import io.salesops.core.crm.CustomFields.CustomValue;
import io.salesops.core.money.Amounts;
import io.salesops.core.testkit.CrmArbitraries;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import javax.money.MonetaryAmount;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class FieldTextProperties {
    private static final Field<Opportunity, Instant> INSTANT =
            Field.of(Opportunity.class, "at", Instant.class, Opportunity::createdAt);
    private static final Field<Opportunity, Long> WHOLE =
            Field.of(Opportunity.class, "whole", Long.class, deal -> Optional.empty());

    @Property
    void textIsReadBackAsAnEqualValue(
            @ForAll("amounts") MonetaryAmount amount,
            @ForAll("deals") Opportunity deal,
            @ForAll("instants") Instant at,
            @ForAll long whole) {
        check(Opportunity.AMOUNT, amount);
        check(Opportunity.STAGE, deal.stage());
        check(INSTANT, at);
        check(WHOLE, whole);
        deal.owner().ifPresent(owner -> check(Opportunity.OWNER, owner));
        deal.account().ifPresent(account -> check(Opportunity.ACCOUNT, account));
        deal.closeDate().ifPresent(day -> check(Opportunity.CLOSE_DATE, day));
        check(Opportunity.custom("amount", MonetaryAmount.class), amount);
    }

    @Property
    void customValuesKeepTheirKind(@ForAll("customValues") CustomValue value) {
        assertThat(FieldText.parseCustom(FieldText.of(value))).isEqualTo(value);
    }

    @Property
    void equalAmountsHaveOneText(@ForAll("amounts") MonetaryAmount amount, @ForAll @IntRange(max = 6) int zeros) {
        BigDecimal number = Amounts.number(amount);
        MonetaryAmount rescaled = Amounts.of(number.setScale(number.scale() + zeros), amount.getCurrency());
        assertThat(FieldText.of(Opportunity.AMOUNT, rescaled)).isEqualTo(FieldText.of(Opportunity.AMOUNT, amount));
    }

    private static <V> void check(Field<Opportunity, V> field, V value) {
        assertThat(FieldText.parse(field, FieldText.of(field, value))).isEqualTo(value);
    }

    @Provide
    Arbitrary<MonetaryAmount> amounts() {
        return CrmArbitraries.amounts();
    }

    @Provide
    Arbitrary<Opportunity> deals() {
        return CrmArbitraries.opportunities();
    }

    @Provide
    Arbitrary<Instant> instants() {
        return CrmArbitraries.instants();
    }

    @Provide
    Arbitrary<CustomValue> customValues() {
        return CrmArbitraries.customValues();
    }
}
