package io.salesops.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LawsTest {
    private static ImmutableList<Integer> numbers(Random random) {
        return random.ints(random.nextInt(20), -50, 51).boxed().collect(ImmutableList.toImmutableList());
    }

    private static Laws<ImmutableList<Integer>> laws() {
        return Laws.about("list of numbers", LawsTest::numbers, Laws::fewer, Object::toString);
    }

    @Test
    void namesTheBrokenLawTheSeedAndTheSmallestCase() {
        Laws<ImmutableList<Integer>> laws = laws().law("is a list", numbers -> Laws.require(true, "never"))
                .law(
                        "has no number above 40",
                        numbers -> numbers.forEach(number -> Laws.require(number <= 40, "there is " + number)));

        assertThatThrownBy(() -> laws.hold(200, 7))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("list of numbers breaks 1 of 2 laws; cases of seed 7, 200 tries")
                .hasMessageContaining("law 'has no number above 40': there is 4")
                .hasMessageMatching("(?s).*case: \\[\\d\\d]")
                .hasMessageNotContaining("is a list");
    }

    @Test
    void drawsTheSameCasesFromASeedAndOthersFromAnother() {
        List<ImmutableList<Integer>> first = new ArrayList<>();
        List<ImmutableList<Integer>> second = new ArrayList<>();
        List<ImmutableList<Integer>> third = new ArrayList<>();
        laws().law("seen", first::add).hold(50, 1);
        laws().law("seen", second::add).hold(50, 1);
        laws().law("seen", third::add).hold(50, 2);

        assertThat(second).isEqualTo(first).hasSize(50);
        assertThat(third).isNotEqualTo(first);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void noTriesAreRefused(int tries) {
        Laws<ImmutableList<Integer>> laws = laws().law("never holds", numbers -> Laws.require(false, "never"));

        assertThatThrownBy(() -> laws.hold(tries, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("list of numbers")
                .hasMessageContaining("tries must be at least 1: " + tries);
    }

    @Test
    void anEngineThatThrowsBreaksTheLaw() {
        Laws<ImmutableList<Integer>> laws = laws().law("can be asked", numbers -> {
            throw new IllegalStateException("out of order");
        });

        assertThatThrownBy(() -> laws.hold(1, 1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("law 'can be asked': threw java.lang.IllegalStateException: out of order")
                .hasMessageMatching("(?s).*case: \\[]");
    }

    @Test
    void errorsOfADefinitionAreToldAtOnceAndWarningsAreNot() {
        List<Finding> warnings = List.of(Finding.warning("a.b.c", "/a", "not quite"));
        assertThatCode(() -> Laws.sound("plan", warnings)).doesNotThrowAnyException();

        assertThatThrownBy(() -> Laws.sound(
                        "plan p v1", List.of(Finding.error("a.b.c", "/a", "one"), Finding.error("a.b.d", "/b", "two"))))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("plan p v1")
                .hasMessageContaining("a.b.c at '/a': one")
                .hasMessageContaining("a.b.d at '/b': two");
    }
}
