package io.salesops.architecture;

import static com.google.common.collect.ImmutableMap.toImmutableMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.base.CaseFormat;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Streams;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds code that breaks the rules against them: a rule that lets it pass guards nothing. For each rule there is a class
 * of its name, {@code NoClock} for {@code NO_CLOCK}; the rule must report everything that this class declares, one
 * forbidden thing each, or the class itself where it declares nothing.
 */
class HouseRulesBiteTest {
    private static final String PERMITTED = "io.salesops.quote.fixture.Permitted";
    private static final JavaClasses FIXTURES =
            new ClassFileImporter().importPackages("io.salesops.fixture", "io.salesops.quote.fixture");
    private static final ImmutableMap<String, List<String>> REPORTS = HouseRules.all().entrySet().stream()
            .collect(toImmutableMap(
                    Map.Entry::getKey,
                    rule -> rule.getValue()
                            .allowEmptyShould(true)
                            .evaluate(FIXTURES)
                            .getFailureReport()
                            .getDetails()));

    @TestFactory
    Stream<DynamicTest> everyRuleCatchesAllThatBreaksIt() {
        return REPORTS.keySet().stream()
                .flatMap(rule -> breaking(rule)
                        .map(name -> DynamicTest.dynamicTest(
                                rule + " " + name.replaceFirst("io\\.salesops\\.", ""),
                                () -> assertThat(REPORTS.get(rule)).anyMatch(names(name)))));
    }

    @Test
    void everyRuleHasCodeThatBreaksIt() {
        assertThat(REPORTS.keySet())
                .allSatisfy(rule -> assertThat(breaking(rule))
                        .as("declared by a class %s", fixtureName(rule))
                        .isNotEmpty());
    }

    @Test
    void codeThatDoesItTheRightWayPasses() {
        assertThat(FIXTURES.get(PERMITTED).getMethods()).isNotEmpty();
        assertThat(REPORTS)
                .allSatisfy((rule, report) -> assertThat(report)
                        .as(rule)
                        .noneMatch(detail ->
                                detail.contains(PERMITTED + ".") || detail.contains(PERMITTED + "$Answers.")));
    }

    private static Stream<String> breaking(String rule) {
        return FIXTURES.stream()
                .filter(type -> type.getSimpleName().equals(fixtureName(rule)))
                .flatMap(HouseRulesBiteTest::declared);
    }

    private static Stream<String> declared(JavaClass type) {
        List<String> members = Streams.concat(
                        type.getFields().stream().map(JavaField::getFullName),
                        type.getMethods().stream()
                                .filter(method -> !method.getModifiers().contains(JavaModifier.SYNTHETIC))
                                .map(JavaMethod::getFullName),
                        FIXTURES.stream()
                                .filter(nested -> nested.isMemberClass()
                                        && nested.getEnclosingClass().equals(Optional.of(type)))
                                .map(JavaClass::getName))
                .sorted()
                .toList();
        return members.isEmpty() ? Stream.of(type.getName()) : members.stream();
    }

    /** A whole name: {@code price} is not reported by what reports {@code prices}. */
    private static Predicate<String> names(String name) {
        return Pattern.compile(Pattern.quote(name) + "(?!\\w)").asPredicate();
    }

    private static String fixtureName(String rule) {
        return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, rule);
    }
}
