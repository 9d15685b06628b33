package io.salesops.architecture;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.lang.reflect.Field;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The boundaries and laws of the house that bytecode can show. */
final class HouseRules {
    private static final List<Class<?>> THEMES =
            List.of(Boundaries.class, PureCode.class, MoneyRules.class, ModelRules.class);

    private HouseRules() {}

    /** All rules by name. */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        for (Class<?> theme : THEMES) {
            for (Field field : theme.getDeclaredFields()) {
                if (field.getType() == ArchRule.class) {
                    try {
                        rules.put(field.getName(), (ArchRule) field.get(null));
                    } catch (IllegalAccessException e) {
                        throw new AssertionError(e);
                    }
                }
            }
        }
        return rules;
    }

    /** The main code of all modules that are published; told by package, wherever the checkout lies. */
    static JavaClasses published() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("io.salesops")
                .that(DescribedPredicate.not(JavaClass.Predicates.resideInAPackage("io.salesops.examples..")));
    }
}
