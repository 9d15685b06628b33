package io.salesops.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static io.salesops.architecture.Code.generated;
import static io.salesops.architecture.Code.named;
import static io.salesops.architecture.Code.not;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which package may use which: between modules, inside them, and towards foreign libraries. */
final class Boundaries {
    private static final Set<String> GROUND =
            Set.of("style", "money", "time", "finding", "explain", "run", "criteria", "json");
    private static final Set<String> CRM = Set.of("crm");

    /** Which packages of core each package above the ground floor may use, beside the ground floor. */
    private static final Map<String, Set<String>> CORE_ABOVE = Map.ofEntries(
            Map.entry("crm", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("repository", CRM),
            Map.entry("event", Set.of("crm", "repository")),
            Map.entry("approval", CRM),
            Map.entry("io", CRM),
            Map.entry("match", Set.of("crm", "text")),
            Map.entry("quality", Set.of("crm", "text")),
            Map.entry("process", CRM),
            Map.entry("pipeline", Set.of("crm", "process")),
            Map.entry("forecast", Set.of("crm", "process", "pipeline")));

    /** The same on the ground floor: its packages do not form a cycle, and time may use money, never the reverse. */
    private static final Map<String, Set<String>> CORE_GROUND = Map.of(
            "style", Set.of(),
            "money", Set.of("style", "finding"),
            "time", Set.of("style", "money", "finding"),
            "finding", Set.of("style"),
            "explain", Set.of("style", "money", "finding"),
            "run", Set.of("style"),
            "criteria", Set.of("style", "money", "finding"),
            "json", Set.of("style", "money", "time", "finding", "explain", "run", "criteria"));

    /** Model packages on the left may use only the packages of their module on the right. */
    private static final Map<String, Map<String, Set<String>>> MODULES = Map.of(
            "commission",
            Map.of(
                    "plan", Set.of(),
                    "credit", Set.of("plan"),
                    "quota", Set.of("plan"),
                    "ledger", Set.of("plan", "credit"),
                    "statement", Set.of("plan", "credit", "ledger"),
                    "calc", Set.of("plan", "credit", "quota", "ledger", "statement"),
                    "review", Set.of("plan", "credit", "quota", "ledger", "statement", "calc"),
                    "accounting", Set.of("plan", "credit", "ledger", "statement"),
                    "incremental", Set.of("plan", "credit", "quota", "ledger", "statement", "calc"),
                    "service",
                            Set.of(
                                    "plan",
                                    "credit",
                                    "quota",
                                    "ledger",
                                    "statement",
                                    "calc",
                                    "review",
                                    "accounting",
                                    "incremental")),
            "territory",
            Map.of(
                    "area", Set.of(),
                    "rule", Set.of("area"),
                    "assign", Set.of("area", "rule"),
                    "route", Set.of("area", "rule"),
                    "design", Set.of("area"),
                    "coverage", Set.of("area", "rule"),
                    "service", Set.of("area", "rule", "assign", "route", "design", "coverage")),
            "quote",
            Map.of(
                    "catalog", Set.of(),
                    "price", Set.of("catalog"),
                    "document", Set.of("catalog", "price"),
                    "pricing", Set.of("catalog", "price", "document"),
                    "billing", Set.of("catalog", "price", "document", "pricing"),
                    "revenue", Set.of("catalog", "price", "document", "pricing"),
                    "compliance", Set.of("catalog", "price", "document", "pricing"),
                    "approval", Set.of("catalog", "price", "document", "pricing", "compliance"),
                    "lifecycle", Set.of("catalog", "price", "document", "pricing", "compliance", "approval"),
                    "service",
                            Set.of("catalog", "price", "document", "pricing", "compliance", "approval", "lifecycle")));

    static final ArchRule MODULES_DEPEND_ON_CORE_ONLY = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .should(onlyUse(
                    "its own module and core",
                    (from, to) -> module(to).equals("core") || module(to).equals(module(from))));

    static final ArchRule PACKAGES_FOLLOW_THE_ARROWS = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .should(onlyUse("the packages that the layout allows", Boundaries::allowed));

    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("io.salesops.(*).(*)..").should().beFreeOfCycles();

    static final ArchRule INTERNAL_STAYS_INSIDE = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .should(onlyUse(
                    "no other module's internal packages",
                    (from, to) -> !to.contains(".internal") || module(to).equals(module(from))));

    static final ArchRule ONE_ROOT_PACKAGE_A_MODULE = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .should(new ArchCondition<>("live under the root package of their jar") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    String jar = item.getSource()
                            .map(source -> source.getUri().toString())
                            .orElse("");
                    boolean fits = jar.contains("/salesops-" + module(item.getPackageName()) + "/target/");
                    events.add(new SimpleConditionEvent(item, fits, item.getName() + " comes from " + jar));
                }
            });

    /** A port, its stores and their registry stand together; only services join ports with engines. */
    static final ArchRule ONLY_SERVICES_USE_PORTS = noClasses()
            .that()
            .resideOutsideOfPackages(
                    "io.salesops..service..",
                    "io.salesops..repository..",
                    "io.salesops.core.event..",
                    "io.salesops.core.approval..")
            .and(not(port()))
            .should()
            .dependOnClassesThat(port().or(JavaClass.Predicates.resideInAPackage("io.salesops.core.repository..")))
            .because("an engine takes facts, and a service fetches them");

    static final ArchRule PROVIDER_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("io.salesops.core.money")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.javamoney..");

    static final ArchRule JACKSON_IN_TWO_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackages("io.salesops.core.json", "io.salesops.core.io")
            .and(not(generated()))
            .should()
            .dependOnClassesThat(
                    named(
                            "Jackson beyond its annotations",
                            "com\\.fasterxml\\.jackson\\.(core|databind|datatype|module)\\."
                                    + "(?!annotation\\.(JsonDeserialize|JsonSerialize|EnumNaming)|EnumNamingStrategies|[\\w.]+\\$None$).*"));

    static final ArchRule ONLY_SERVICES_LOG = noClasses()
            .that()
            .resideOutsideOfPackage("io.salesops.*.service..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.slf4j..", "java.util.logging..");

    static final ArchRule NULL_MARKED = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .should(new ArchCondition<>("live in a package that is @NullMarked") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    boolean marked = item.getPackage().isAnnotatedWith("org.jspecify.annotations.NullMarked");
                    events.add(new SimpleConditionEvent(
                            item, marked, item.getName() + " is in a package without @NullMarked"));
                }
            });

    private Boundaries() {}

    private static DescribedPredicate<JavaClass> port() {
        return JavaClass.Predicates.assignableTo("io.salesops.core.repository.Repository")
                .or(JavaClass.Predicates.assignableTo("io.salesops.core.repository.AppendOnlyLog"))
                .or(JavaClass.Predicates.assignableTo("io.salesops.core.event.Outbox"))
                .as("are a repository, a log, an outbox or a store of one");
    }

    private static boolean allowed(String from, String to) {
        String fromPackage = second(from);
        String toPackage = second(to);
        if (!module(from).equals(module(to))) {
            return true; // the rule on modules speaks of these
        }
        if (fromPackage.equals(toPackage) || toPackage.isEmpty()) {
            return true;
        }
        if (!module(from).equals("core")) {
            return MODULES.getOrDefault(module(from), Map.of())
                    .getOrDefault(fromPackage, Set.of())
                    .contains(toPackage);
        }
        return GROUND.contains(fromPackage)
                ? CORE_GROUND.get(fromPackage).contains(toPackage)
                : CORE_ABOVE.getOrDefault(fromPackage, Set.of()).contains(toPackage) || GROUND.contains(toPackage);
    }

    private static String module(String packageName) {
        return word(packageName, 2);
    }

    private static String second(String packageName) {
        return word(packageName, 3);
    }

    private static String word(String packageName, int index) {
        List<String> words = List.of(packageName.split("\\.", -1));
        return words.size() > index ? words.get(index) : "";
    }

    private interface Arrow {
        boolean allowed(String fromPackage, String toPackage);
    }

    private static ArchCondition<JavaClass> onlyUse(String what, Arrow arrow) {
        return new ArchCondition<>("only use " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (Dependency dependency : item.getDirectDependenciesFromSelf()) {
                    String to =
                            dependency.getTargetClass().getBaseComponentType().getPackageName();
                    if (to.startsWith("io.salesops.") && !arrow.allowed(item.getPackageName(), to)) {
                        events.add(SimpleConditionEvent.violated(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
