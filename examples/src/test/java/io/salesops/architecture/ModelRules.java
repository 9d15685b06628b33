package io.salesops.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.salesops.architecture.Code.generated;
import static io.salesops.architecture.Code.named;
import static io.salesops.architecture.Code.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;
import java.util.regex.Pattern;

/** Models and engines do not change, and are called what they are. */
final class ModelRules {
    /** What changes by its nature, and says so: a store, a request to stop, a sum under way, the reused memory of a comparison. */
    private static final Set<String> CHANGING = Set.of(
            "io.salesops.core.explain.FactSum",
            "io.salesops.core.pipeline.MetricTally",
            "io.salesops.core.repository.InMemoryState",
            "io.salesops.core.run.Cancellation",
            "io.salesops.core.text.TextPattern");

    private static final String[] CHANGEABLE = {
        "java\\.util\\.(List|Set|Map|Collection|SortedMap|NavigableMap|SortedSet|NavigableSet)",
        "java\\.util\\.(ArrayList|HashMap|TreeMap|HashSet|TreeSet|LinkedHashMap|LinkedHashSet|EnumMap)",
        "java\\.util\\.stream\\..*"
    };

    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
            .orShould()
            .haveNameMatching("io\\.salesops\\..*[.$](Base|Abstract)[A-Z]\\w*");

    static final ArchRule SHARED_FIELDS_ARE_FINAL = fields().that()
            .areNotPrivate()
            .or()
            .areStatic()
            .and(areWritten())
            .should()
            .beFinal();

    /** Private nested classes hold the state of one call; everything that callers keep is a value. */
    static final ArchRule PUBLIC_CLASSES_DO_NOT_CHANGE = fields().that()
            .areDeclaredInClassesThat()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(not(named(
                    "changing by nature", CHANGING.stream().map(Pattern::quote).toArray(String[]::new))))
            .and(areWritten())
            .should()
            .beFinal();

    static final ArchRule PUBLIC_CLASSES_ARE_CLOSED = classes()
            .that()
            .arePublic()
            .and()
            .areNotInterfaces()
            .and()
            .areNotEnums()
            .and()
            .doNotHaveModifier(ABSTRACT)
            .and(not(generated()))
            .should()
            .haveModifier(FINAL);

    static final ArchRule RECORDS_HOLD_GUAVA_COLLECTIONS = fields().that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .doNotHaveModifier(STATIC)
            .should()
            .notHaveRawType(named("a collection that might change", CHANGEABLE));

    static final ArchRule METHODS_RETURN_GUAVA_COLLECTIONS = methods()
            .that()
            .areNotPrivate()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            // Works on plain, changeable values by its nature: the old shape of a document has no classes.
            .and()
            .areNotDeclaredIn("io.salesops.core.json.DocumentUpgrade")
            .and(not(answersForeignType()))
            .should()
            .notHaveRawReturnType(named("a collection that might change, or a stream", CHANGEABLE));

    private ModelRules() {}

    private static DescribedPredicate<JavaField> areWritten() {
        return DescribedPredicate.describe(
                "are written by hand",
                field -> !generated().test(field.getOwner()) && !field.getName().startsWith("$"));
    }

    /** The JDK or Jackson prescribes what such a method returns. */
    private static DescribedPredicate<JavaMethod> answersForeignType() {
        return DescribedPredicate.describe(
                "implement a method of a foreign type",
                method -> method.getOwner().getAllRawInterfaces().stream().anyMatch(type -> foreign(type, method))
                        || method.getOwner().getAllRawSuperclasses().stream().anyMatch(type -> foreign(type, method)));
    }

    private static boolean foreign(JavaClass type, JavaMethod method) {
        return !type.getName().startsWith("io.salesops.")
                && type.tryGetMethod(
                                method.getName(),
                                method.getRawParameterTypes().stream()
                                        .map(JavaClass::getName)
                                        .toArray(String[]::new))
                        .isPresent();
    }
}
