package io.salesops.architecture;

import static com.tngtech.archunit.core.domain.JavaModifier.ABSTRACT;
import static com.tngtech.archunit.core.domain.JavaModifier.FINAL;
import static com.tngtech.archunit.core.domain.JavaModifier.STATIC;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The boundaries and laws of the house that bytecode can show. */
final class HouseRules {
    private static final Set<String> GROUND =
            Set.of("style", "money", "time", "finding", "explain", "run", "criteria", "json");
    private static final Set<String> CRM = Set.of("crm");

    /** Which packages of core each package above the ground floor may use, beside the ground floor. */
    private static final Map<String, Set<String>> CORE_ABOVE = Map.ofEntries(
            Map.entry("crm", Set.of()),
            Map.entry("text", Set.of()),
            Map.entry("repository", CRM),
            Map.entry("event", CRM),
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
                    "ledger", Set.of("plan", "credit"),
                    "statement", Set.of("plan", "credit", "ledger"),
                    "calc", Set.of("plan", "credit", "ledger", "statement"),
                    "review", Set.of("plan", "credit", "ledger", "statement", "calc"),
                    "accounting", Set.of("plan", "credit", "ledger", "statement"),
                    "service", Set.of("plan", "credit", "ledger", "statement", "calc", "review", "accounting")),
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
                    "compliance", Set.of("catalog", "price", "document", "pricing"),
                    "approval", Set.of("catalog", "price", "document", "pricing", "compliance"),
                    "lifecycle", Set.of("catalog", "price", "document", "pricing", "compliance", "approval"),
                    "service",
                            Set.of("catalog", "price", "document", "pricing", "compliance", "approval", "lifecycle")));

    static final ArchRule MODULES_DEPEND_ON_CORE_ONLY = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .and()
            .resideOutsideOfPackage("io.salesops.examples..")
            .should(onlyUse(
                    "its own module and core",
                    (from, to) -> module(to).equals("core") || module(to).equals(module(from))));

    static final ArchRule PACKAGES_FOLLOW_THE_ARROWS = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .and()
            .resideOutsideOfPackage("io.salesops.examples..")
            .should(onlyUse("the packages that the layout allows", HouseRules::allowed));

    static final ArchRule NO_PACKAGE_CYCLES =
            slices().matching("io.salesops.(*).(*)..").should().beFreeOfCycles();

    static final ArchRule INTERNAL_STAYS_INSIDE = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .should(onlyUse(
                    "no other module's internal packages",
                    (from, to) -> !to.contains(".internal") || module(to).equals(module(from))));

    static final ArchRule NO_CLOCK = noClasses()
            .should()
            .callMethodWhere(
                    calls(
                            "a clock",
                            Pattern.compile(
                                    "java\\.time\\.(\\w+)\\.now|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)|java\\.time\\.Clock\\.system\\w*|java\\.time\\.ZoneId\\.systemDefault")))
            .because("time is an argument");

    static final ArchRule NO_UNSEEDED_RANDOMNESS = noClasses()
            .should()
            .callCodeUnitWhere(
                    calls(
                            "unseeded randomness",
                            Pattern.compile(
                                    "java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current|java\\.security\\.SecureRandom\\..*")))
            .orShould()
            .callConstructor(java.util.Random.class)
            .because("a seed is an argument");

    static final ArchRule NO_OUTSIDE_WORLD = noClasses()
            .should()
            .dependOnClassesThat(
                    named(
                            "files, network, processes, threads or the environment",
                            Pattern.compile(
                                    "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile)"
                                            + "|java\\.nio\\.file\\..*|java\\.nio\\.channels\\..*|java\\.net\\.(?!URI$|URISyntaxException$|IDN$).*|javax\\.net\\..*"
                                            + "|java\\.lang\\.(Thread|Process|ProcessBuilder|Runtime)|java\\.util\\.concurrent\\.(Executors|ForkJoinPool|Timer)|java\\.util\\.Timer")))
            .orShould()
            .callMethodWhere(calls(
                    "the environment",
                    Pattern.compile("java\\.lang\\.System\\.(getenv|getProperty|getProperties|exit)")))
            .because("the caller opens files, owns threads and passes settings");

    static final ArchRule NO_STANDARD_OUTPUT = noClasses()
            .should()
            .accessFieldWhere(new DescribedPredicate<>("a standard stream") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaFieldAccess access) {
                    return access.getTargetOwner().isEquivalentTo(System.class);
                }
            })
            .orShould()
            .callMethodWhere(calls("printStackTrace", Pattern.compile(".*\\.printStackTrace")));

    static final ArchRule PROVIDER_IN_ONE_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("io.salesops.core.money")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.javamoney..");

    static final ArchRule NO_FAST_MONEY = noClasses()
            .should()
            .dependOnClassesThat(named(
                    "FastMoney or RoundedMoney",
                    Pattern.compile("org\\.javamoney\\.moneta\\.(FastMoney|RoundedMoney)")));

    static final ArchRule NO_PROVIDER_ROUNDING_OR_CONVERSION = noClasses()
            .should()
            .callMethodWhere(
                    calls(
                            "rounding, conversion or default amounts of the money provider",
                            Pattern.compile(
                                    "javax\\.money\\.Monetary\\.(getDefaultRounding|getRounding\\w*|getDefaultAmountFactory|getAmountFactory)"
                                            + "|javax\\.money\\.convert\\..*|javax\\.money\\.MonetaryAmount\\.(divide|multiply|scaleByPowerOfTen|remainder|with)")))
            .because("rounding happens once, by an explicit policy (M2), and rates are dated values (M4)");

    static final ArchRule JACKSON_IN_TWO_PACKAGES = noClasses()
            .that()
            .resideOutsideOfPackages("io.salesops.core.json", "io.salesops.core.io")
            .and(DescribedPredicate.not(generated()))
            .should()
            .dependOnClassesThat(
                    named(
                            "Jackson beyond its annotations",
                            Pattern.compile(
                                    "com\\.fasterxml\\.jackson\\.(core|databind|datatype|module)\\."
                                            + "(?!annotation\\.(JsonDeserialize|JsonSerialize|EnumNaming)|EnumNamingStrategies|[\\w.]+\\$None$).*")));

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

    static final ArchRule NAMES_SAY_WHAT_THINGS_ARE = noClasses()
            .should()
            .haveNameMatching(".*(Util|Utils|Helper|Helpers|Manager|Impl)")
            .orShould()
            .haveNameMatching("io\\.salesops\\..*\\.(Base|Abstract)[A-Z]\\w*");

    static final ArchRule SHARED_FIELDS_ARE_FINAL = fields().that()
            .areNotPrivate()
            .or()
            .areStatic()
            .and(DescribedPredicate.not(new DescribedPredicate<>("generated") {
                @Override
                public boolean test(JavaField field) {
                    return generated().test(field.getOwner()) || field.getName().startsWith("$");
                }
            }))
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
            .and(DescribedPredicate.not(generated()))
            .should()
            .haveModifier(FINAL);

    static final ArchRule RECORDS_HOLD_GUAVA_COLLECTIONS = fields().that()
            .areDeclaredInClassesThat()
            .areRecords()
            .and()
            .doNotHaveModifier(STATIC)
            .should()
            .notHaveRawType(
                    named(
                            "a collection that might change",
                            Pattern.compile(
                                    "java\\.util\\.(List|Set|Map|Collection|SortedMap|NavigableMap|ArrayList|HashMap|TreeMap)")));

    static final ArchRule MODELS_RETURN_GUAVA_COLLECTIONS = methods()
            .that()
            .arePublic()
            .and()
            .haveModifier(ABSTRACT)
            .and()
            .areDeclaredInClassesThat()
            .areInterfaces()
            .and()
            .areDeclaredInClassesThat()
            .arePublic()
            // Works on plain, changeable values by its nature: the old shape of a document has no classes.
            .and()
            .areNotDeclaredIn("io.salesops.core.json.DocumentUpgrade")
            .should()
            .notHaveRawReturnType(
                    named(
                            "a collection that might change, or a stream",
                            Pattern.compile(
                                    "java\\.util\\.(List|Set|Map|Collection|SortedMap|NavigableMap)|java\\.util\\.stream\\..*")));

    static final ArchRule NO_DOUBLE_FOR_MONEY = noMethods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat()
            .resideInAnyPackage("io.salesops.quote..", "io.salesops.commission..")
            .should()
            .haveRawReturnType(double.class)
            .orShould()
            .haveRawReturnType(float.class)
            .because("amounts are MonetaryAmount, rates are Rate");

    static final ArchRule STRICT_MATH = noClasses()
            .should()
            .callMethodWhere(
                    calls(
                            "a Math function that may differ between machines",
                            Pattern.compile(
                                    "java\\.lang\\.Math\\.(log|log10|log1p|exp|expm1|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh)")))
            .because("figures are equal on every machine: use StrictMath");

    static final ArchRule NO_GENERIC_EXCEPTIONS = noClasses()
            .should()
            .callConstructorWhere(new DescribedPredicate<>("creates a generic exception") {
                @Override
                public boolean test(com.tngtech.archunit.core.domain.JavaConstructorCall call) {
                    return Set.of("java.lang.Exception", "java.lang.RuntimeException", "java.lang.Throwable")
                                    .contains(call.getTargetOwner().getName())
                            && !call.getOriginOwner().isAssignableTo(Throwable.class);
                }
            });

    static final ArchRule ONE_ROOT_PACKAGE_A_MODULE = classes()
            .that()
            .resideInAPackage("io.salesops..")
            .should(new ArchCondition<>("live under the root package of their jar") {
                @Override
                public void check(JavaClass item, ConditionEvents events) {
                    String jar = item.getSource()
                            .map(source -> source.getUri().toString())
                            .orElse("");
                    boolean fits = jar.contains("/salesops-" + module(item.getPackageName()) + "/");
                    events.add(new SimpleConditionEvent(item, fits, item.getName() + " comes from " + jar));
                }
            });

    private HouseRules() {}

    /** All rules by name. */
    static Map<String, ArchRule> all() {
        Map<String, ArchRule> rules = new TreeMap<>();
        for (java.lang.reflect.Field field : HouseRules.class.getDeclaredFields()) {
            if (field.getType() == ArchRule.class) {
                try {
                    rules.put(field.getName(), (ArchRule) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new AssertionError(e);
                }
            }
        }
        return rules;
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

    private static <T extends JavaAccess<?>> DescribedPredicate<T> calls(String what, Pattern pattern) {
        return new DescribedPredicate<>("calls " + what) {
            @Override
            public boolean test(T access) {
                return pattern.matcher(access.getTargetOwner().getName() + "."
                                + access.getTarget().getName())
                        .matches();
            }
        };
    }

    private static DescribedPredicate<JavaClass> named(String what, Pattern pattern) {
        return new DescribedPredicate<>("are " + what) {
            @Override
            public boolean test(JavaClass item) {
                return pattern.matcher(item.getBaseComponentType().getName()).matches();
            }
        };
    }

    private static DescribedPredicate<JavaClass> generated() {
        return new DescribedPredicate<>("generated") {
            @Override
            public boolean test(JavaClass item) {
                String name = item.getName().substring(item.getPackageName().length() + 1);
                return name.startsWith("Immutable")
                        || name.startsWith("With")
                        || item.getSource()
                                .flatMap(source -> source.getFileName())
                                .filter(file -> file.matches("\\w+Builder\\.java"))
                                .isPresent();
            }
        };
    }
}
