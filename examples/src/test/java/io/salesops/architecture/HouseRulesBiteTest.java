package io.salesops.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Holds code that breaks every rule against the rules: a rule that lets it pass guards nothing. */
class HouseRulesBiteTest {

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesCodeThatBreaksIt() {
        JavaClasses broken = new ClassFileImporter().importPackages("io.salesops.fixture", "io.salesops.quote.fixture");
        return HouseRules.all().entrySet().stream()
                .map(rule -> DynamicTest.dynamicTest(
                        rule.getKey(),
                        () -> assertThat(rule.getValue()
                                        .allowEmptyShould(true)
                                        .evaluate(broken)
                                        .hasViolation())
                                .isTrue()));
    }
}
