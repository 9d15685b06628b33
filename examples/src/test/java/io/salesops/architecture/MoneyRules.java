package io.salesops.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.salesops.architecture.Code.named;
import static io.salesops.architecture.Code.use;

import com.google.common.collect.Iterables;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Set;

/** Amounts are exact, and rounded once. */
final class MoneyRules {
    /** A rate for statistics, such as the quality of matches; no package that these rules guard calls it. */
    private static final String STATISTICS = "io.salesops.core.money.Rational.approximate()";

    private static final Set<String> FLOATING =
            Set.of("double", "float", "java.lang.Double", "java.lang.Float", "java.util.OptionalDouble");

    static final ArchRule NO_FAST_MONEY = noClasses()
            .should()
            .dependOnClassesThat(
                    named("FastMoney or RoundedMoney", "org\\.javamoney\\.moneta\\.(FastMoney|RoundedMoney)"));

    static final ArchRule NO_PROVIDER_ROUNDING_OR_CONVERSION = noClasses()
            .should(
                    use(
                            "rounding, conversion or default amounts of the money provider",
                            "javax\\.money\\.Monetary\\.(getDefaultRounding|getRounding\\w*|getDefaultAmountFactory|getAmountFactory)\\(.*",
                            "javax\\.money\\.convert\\..*",
                            "(javax\\.money\\.MonetaryAmount|org\\.javamoney\\.moneta\\.\\w+)\\.(divide\\w*|multiply|scaleByPowerOfTen|remainder|with)\\(.*"))
            .because("rounding happens once, by an explicit policy (M2), and rates are dated values (M4)");

    static final ArchRule NO_DOUBLE_FOR_MONEY = noClasses()
            .that()
            .resideInAnyPackage("io.salesops.core.money..", "io.salesops.quote..", "io.salesops.commission..")
            .should(holdFloatingPoint())
            .because("amounts are MonetaryAmount, rates are Rate (M1)");

    private MoneyRules() {}

    /** Private members count: a double in the middle of a calculation loses cents as well as one at its end. */
    private static ArchCondition<JavaClass> holdFloatingPoint() {
        return new ArchCondition<>("hold, take, return or call for floating point numbers") {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaField field : item.getFields()) {
                    report(field, List.of(field.getRawType()), field.getDescription(), events);
                }
                for (JavaCodeUnit unit : item.getCodeUnits()) {
                    if (!unit.getFullName().equals(STATISTICS)) {
                        report(
                                unit,
                                Iterables.concat(unit.getRawParameterTypes(), List.of(unit.getRawReturnType())),
                                unit.getDescription(),
                                events);
                    }
                }
                for (JavaCodeUnitAccess<?> access : item.getCodeUnitAccessesFromSelf()) {
                    if (!access.getOrigin().getFullName().equals(STATISTICS)) {
                        report(
                                access,
                                Iterables.concat(
                                        access.getTarget().getRawParameterTypes(),
                                        List.of(access.getTarget().getRawReturnType())),
                                access.getDescription(),
                                events);
                    }
                }
            }
        };
    }

    private static void report(Object source, Iterable<JavaClass> types, String description, ConditionEvents events) {
        for (JavaClass type : types) {
            if (FLOATING.contains(type.getBaseComponentType().getName())) {
                events.add(SimpleConditionEvent.satisfied(source, description + " has to do with " + type.getName()));
            }
        }
    }
}
