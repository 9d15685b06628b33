package io.salesops.core.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Maps;
import io.salesops.core.crm.Account;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.CriteriaArbitraries;
import io.salesops.core.testkit.CrmArbitraries;
import io.salesops.core.testkit.JsonLaws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Law D4: three-valued logic against the table of Kleene, and conditions as JSON. */
class CriteriaProperties {
    /** A record of flags, of which any may be missing. */
    record Flags(ImmutableMap<String, Boolean> values) {
        static Field<Flags, Boolean> field(String name) {
            return Field.of(
                    Flags.class,
                    name,
                    Boolean.class,
                    flags -> Optional.ofNullable(flags.values().get(name)));
        }
    }

    private static final ImmutableList<String> NAMES = ImmutableList.of("a", "b", "c");

    @Provide
    Arbitrary<Criteria<Flags>> conditions() {
        return CriteriaArbitraries.nested(
                Arbitraries.of(NAMES).map(name -> Flags.field(name).is(true)), 3);
    }

    @Provide
    Arbitrary<Flags> flags() {
        return Arbitraries.maps(Arbitraries.of(NAMES), Arbitraries.of(true, false))
                .map(values -> new Flags(ImmutableMap.copyOf(values)));
    }

    @Provide
    Arbitrary<Criteria<Account>> onAccounts() {
        return CriteriaArbitraries.onAccounts();
    }

    @Provide
    Arbitrary<Fields<?>> kinds() {
        return CriteriaArbitraries.kinds();
    }

    @Provide
    Arbitrary<Account> accounts() {
        return CrmArbitraries.accounts();
    }

    /** Kleene's definition: a condition is true if every completion of what is missing makes each part of it so. */
    @Property
    void followsTheTableOfKleene(@ForAll("conditions") Criteria<Flags> condition, @ForAll("flags") Flags flags) {
        assertThat(condition.test(flags)).isEqualTo(table(condition, flags));
    }

    /** Numbers instead of code: false 0, unknown 1, true 2; and is the minimum, or the maximum, not the mirror image. */
    private static Truth table(Criteria<Flags> condition, Flags flags) {
        return List.of(Truth.FALSE, Truth.UNKNOWN, Truth.TRUE).get(number(condition, flags));
    }

    private static int number(Criteria<Flags> condition, Flags flags) {
        return condition.match(new Criteria.Cases<Flags, Integer>() {
            @Override
            public Integer test(Criteria.Test<Flags, ?> test) {
                Boolean value = flags.values().get(test.field().name());
                return value == null ? 1 : value ? 2 : 0;
            }

            @Override
            public Integer and(Criteria.And<Flags> and) {
                return and.parts().stream()
                        .mapToInt(part -> number(part, flags))
                        .min()
                        .orElse(2);
            }

            @Override
            public Integer or(Criteria.Or<Flags> or) {
                return or.parts().stream()
                        .mapToInt(part -> number(part, flags))
                        .max()
                        .orElse(0);
            }

            @Override
            public Integer not(Criteria.Not<Flags> not) {
                return 2 - number(not.part(), flags);
            }
        });
    }

    @Property
    void whatIsKnownHoldsHoweverTheMissingIsFilledIn(
            @ForAll("conditions") Criteria<Flags> condition, @ForAll("flags") Flags flags) {
        Truth truth = condition.test(flags);
        for (int completion = 0; completion < 8; completion++) {
            ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
            for (int i = 0; i < NAMES.size(); i++) {
                values.put(NAMES.get(i), (completion >> i & 1) == 1);
            }
            Flags complete = new Flags(values.putAll(flags.values()).buildKeepingLast());
            assertThat(condition.test(complete)).isNotEqualTo(Truth.UNKNOWN);
            if (truth != Truth.UNKNOWN) {
                assertThat(condition.test(complete)).isEqualTo(truth);
            }
        }
    }

    @Property
    void orderOfPartsDoesNotMatter(
            @ForAll("conditions") Criteria<Flags> first,
            @ForAll("conditions") Criteria<Flags> second,
            @ForAll("flags") Flags flags) {
        assertThat(first.and(second).test(flags)).isEqualTo(second.and(first).test(flags));
        assertThat(first.or(second).test(flags)).isEqualTo(second.or(first).test(flags));
        assertThat(first.and(second).not().test(flags))
                .isEqualTo(first.not().or(second.not()).test(flags));
        assertThat(first.not().not().test(flags)).isEqualTo(first.test(flags));
    }

    @Property
    void judgingSaysTheSameAsTestingAndGivesTheReasonsOfThat(
            @ForAll("onAccounts") Criteria<Account> condition, @ForAll("accounts") Account account) {
        Judgement judgement = condition.judge(account);
        Truth truth = condition.test(account);
        assertThat(judgement.truth()).isEqualTo(truth);
        assertThat(judgement.failed().isEmpty()).isEqualTo(truth != Truth.FALSE);
        assertThat(judgement.unknown().isEmpty()).isEqualTo(truth != Truth.UNKNOWN);
        assertThat(judgement.whyNot().isEmpty()).isEqualTo(truth == Truth.TRUE);
    }

    /** Whoever forgets all but the fields that the reasons name comes to the same result. */
    @Property
    void theReasonsOfADecisionAreEnoughToDecide(
            @ForAll("conditions") Criteria<Flags> condition, @ForAll("flags") Flags flags) {
        Judgement judgement = condition.judge(flags);
        Set<String> met = named(judgement.met());
        Set<String> failed = named(judgement.failed());
        assertThat(flags.values().keySet()).containsAll(met).containsAll(failed);
        if (judgement.truth() == Truth.TRUE) {
            assertThat(condition.test(only(flags, met))).isEqualTo(Truth.TRUE);
        } else if (judgement.truth() == Truth.FALSE) {
            assertThat(condition.test(only(flags, failed))).isEqualTo(Truth.FALSE);
        }
    }

    /** Every field that is named as unknown is missing, and all of them filled, however, decide. */
    @Property
    void fillingWhatIsNamedAsUnknownDecides(
            @ForAll("conditions") Criteria<Flags> condition, @ForAll("flags") Flags flags) {
        Set<String> unknown = named(condition.judge(flags).unknown());
        assertThat(unknown).noneMatch(flags.values()::containsKey);
        for (int completion = 0; completion < 8; completion++) {
            ImmutableMap.Builder<String, Boolean> values = ImmutableMap.builder();
            values.putAll(flags.values());
            for (String name : unknown) {
                values.put(name, (completion >> NAMES.indexOf(name) & 1) == 1);
            }
            assertThat(condition.test(new Flags(values.buildOrThrow()))).isNotEqualTo(Truth.UNKNOWN);
        }
    }

    private static Flags only(Flags flags, Set<String> names) {
        return new Flags(ImmutableMap.copyOf(Maps.filterKeys(flags.values(), names::contains)));
    }

    /** The fields of reasons such as {@code not a is true, is true} and {@code a is missing}. */
    private static Set<String> named(List<String> reasons) {
        return reasons.stream()
                .filter(reason -> !reason.startsWith("no record"))
                .map(reason -> reason.replaceFirst("^not ", "").substring(0, 1))
                .collect(Collectors.toSet());
    }

    @Property
    void judgementsAreJson(@ForAll("onAccounts") Criteria<Account> condition, @ForAll("accounts") Account account) {
        JsonLaws.roundTrips(condition.judge(account), Judgement.class);
    }

    @Property
    void readsBackAsTheSameCondition(@ForAll("onAccounts") Criteria<Account> condition) {
        String text = SalesOpsJson.write(condition);
        Criteria<Account> read = SalesOpsJson.readCriteria(text, Account.class).orThrow();
        assertThat(read).as(text).isEqualTo(condition);
        assertThat(SalesOpsJson.write(read)).isEqualTo(text);
    }

    @Property
    void conditionsOnEveryKindOfRecordReadBack(@ForAll("kinds") Fields<?> kind, @ForAll Random random) {
        readsBack(kind, random);
    }

    private static <T> void readsBack(Fields<T> kind, Random random) {
        Criteria<T> condition =
                CriteriaArbitraries.on(kind).generator(1_000).next(random).value();
        String text = SalesOpsJson.write(condition);
        assertThat(SalesOpsJson.readCriteria(text, kind.owner()).orThrow())
                .as(text)
                .isEqualTo(condition);
    }

    @Property
    void aListOfValuesIsTheirDisjunction(@ForAll("accounts") Account account, @ForAll Random random) {
        List<String> values = new ArrayList<>(List.of("DE", "AT", "CH", account.name()));
        Collections.shuffle(values, random);
        Criteria<Account> any =
                new Criteria.Or<>(values.stream().map(Account.NAME::is).collect(ImmutableList.toImmutableList()));
        assertThat(Account.NAME.in(values).test(account)).isEqualTo(any.test(account));
    }
}
