package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.salesops.core.criteria.Truth;
import io.salesops.core.testkit.JsonLaws;
import io.salesops.core.testkit.RuleArbitraries;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Laws of matching by rules. */
class RuleMatcherProperties {
    private static final ImmutableList<String> COLUMNS =
            ImmutableList.of("firstName", "lastName", "email", "phone", "street", "city");

    @Provide
    Arbitrary<MatchRule> rules() {
        return RuleArbitraries.matchRules();
    }

    @Provide
    Arbitrary<MatchRecord> records() {
        return RuleArbitraries.persons();
    }

    @Provide
    Arbitrary<List<MatchRecord>> tables() {
        return RuleArbitraries.persons().list().ofMinSize(2).ofMaxSize(12);
    }

    @Property(tries = 300)
    void theOrderOfTwoRecordsSaysNothing(
            @ForAll("rules") MatchRule rule,
            @ForAll("records") MatchRecord first,
            @ForAll("records") MatchRecord second) {
        RuleMatcher matcher = RuleMatcher.of(rule);
        RuleMatch one = matcher.match(first, second);
        RuleMatch other = matcher.match(second, first);
        assertThat(other.truth()).isEqualTo(one.truth());
        assertThat(other.met()).isEqualTo(one.met());
    }

    @Property(tries = 300)
    void theOrderOfConditionsAndAlternativesSaysNothing(
            @ForAll("rules") MatchRule rule,
            @ForAll("records") MatchRecord first,
            @ForAll("records") MatchRecord second,
            @ForAll long seed) {
        List<RuleAlternative> alternatives = new ArrayList<>(rule.alternatives());
        List<RuleCondition> conditions = new ArrayList<>(rule.conditions());
        Collections.shuffle(alternatives, new Random(seed));
        Collections.shuffle(conditions, new Random(seed));
        MatchRule shuffled = rule.withAlternatives(alternatives).withConditions(conditions);
        RuleMatch one = RuleMatcher.of(rule).match(first, second);
        RuleMatch other = RuleMatcher.of(shuffled).match(first, second);
        assertThat(other.truth()).isEqualTo(one.truth());
        assertThat(other.met()).isEqualTo(one.met());
    }

    @Property(tries = 200)
    void aRecordThatMeetsNoBlankMatchesItself(@ForAll("rules") MatchRule rule, @ForAll("records") MatchRecord record) {
        RuleMatch match = RuleMatcher.of(rule).match(record, record);
        assertThat(match.truth()).isNotEqualTo(Truth.FALSE);
        assertThat(match.matches()).isEqualTo(!match.met().isEmpty());
    }

    @Property(tries = 200)
    void rulesAndDecisionsSurviveJson(
            @ForAll("rules") MatchRule rule,
            @ForAll("records") MatchRecord first,
            @ForAll("records") MatchRecord second) {
        JsonLaws.roundTrips(rule, MatchRule.class);
        JsonLaws.roundTrips(RuleMatcher.of(rule).match(first, second), RuleMatch.class);
    }

    /** Of a table that is one block every pair is decided on as it is alone; of others, those that share a key. */
    @Property(tries = 150)
    void aTableIsDecidedOnPairByPair(@ForAll("rules") MatchRule rule, @ForAll("tables") List<MatchRecord> table) {
        RuleMatcher alone = RuleMatcher.of(rule);
        Records<Integer> records = records(table);
        RuleDuplicates<Integer> whole =
                RuleMatcher.of(rule.withBlocking(BlockingRule.of())).dedupe(records);
        UnionFind expected = new UnionFind(table.size());
        for (int first = 0; first < table.size(); first++) {
            for (int second = first + 1; second < table.size(); second++) {
                RuleMatch match = alone.match(table.get(first), table.get(second));
                assertThat(whole.compared(first, second).truth()).isEqualTo(match.truth());
                assertThat(whole.compared(second, first).met()).isEqualTo(match.met());
                if (match.matches()) {
                    expected.union(first, second);
                }
            }
        }
        assertThat(whole.clusters())
                .extracting(Cluster::members)
                .containsExactlyElementsOf(
                        expected.sets().stream().map(ImmutableList::copyOf).toList());
        for (Cluster<Integer> cluster : alone.dedupe(records).clusters()) {
            assertThat(whole.clusters())
                    .anySatisfy(all ->
                            assertThat(ImmutableSet.copyOf(all.members())).containsAll(cluster.members()));
        }
    }

    private static Records<Integer> records(List<MatchRecord> table) {
        Records.Builder<Integer> records = Records.builder(COLUMNS.toArray(String[]::new));
        for (int row = 0; row < table.size(); row++) {
            MatchRecord record = table.get(row);
            records.add(row, COLUMNS.stream().map(record.columns()::get).toArray(String[]::new));
        }
        return records.build();
    }
}
