package io.salesops.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds the classes of all modules against the rules of the house. */
class HouseRulesTest {

    @TestFactory
    Stream<DynamicTest> everyRuleHolds() {
        JavaClasses classes = HouseRules.published();
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(), () -> rule.getValue().check(classes)));
    }
}
