package io.salesops.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static io.salesops.architecture.Code.named;
import static io.salesops.architecture.Code.use;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaFieldAccess;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Set;

/** Same inputs, same outputs, on every machine: code neither asks the outside world nor changes it. */
final class PureCode {
    static final ArchRule NO_CLOCK = noClasses()
            .should(use(
                    "a clock or the machine's time zone",
                    "java\\.time\\.(\\w+\\.)*(now|dateNow)\\(.*",
                    "java\\.time\\.Clock\\.(system\\w*|tick\\w+)\\(.*",
                    "java\\.time\\.InstantSource\\.system\\(.*",
                    "java\\.time\\.ZoneId\\.systemDefault\\(.*",
                    "java\\.lang\\.System\\.(currentTimeMillis|nanoTime)\\(.*",
                    "java\\.util\\.Date\\.<init>\\(\\)",
                    "java\\.util\\.GregorianCalendar\\.<init>\\(.*",
                    "java\\.util\\.Calendar\\.getInstance\\(.*",
                    "java\\.util\\.TimeZone\\.getDefault\\(.*",
                    "java\\.util\\.concurrent\\.CompletableFuture\\.(orTimeout|completeOnTimeout|delayedExecutor)\\(.*",
                    "com\\.google\\.common\\.base\\.(Stopwatch\\.create\\w+|Ticker\\.systemTicker)\\(.*"))
            .because("time is an argument");

    static final ArchRule NO_UNSEEDED_RANDOMNESS = noClasses()
            .should(use(
                    "unseeded randomness",
                    "java\\.lang\\.(Math|StrictMath)\\.random\\(.*",
                    "java\\.util\\.UUID\\.randomUUID\\(.*",
                    "java\\.util\\.(Random|SplittableRandom)\\.<init>\\(\\)",
                    "java\\.util\\.Collections\\.shuffle\\(java\\.util\\.List\\)",
                    "java\\.util\\.concurrent\\.ThreadLocalRandom\\.current\\(.*",
                    "java\\.util\\.random\\.RandomGenerator\\.(getDefault|of)\\(.*",
                    "java\\.util\\.random\\.RandomGenerator\\$\\w+\\.of\\(.*",
                    "java\\.util\\.random\\.RandomGeneratorFactory\\.create\\(\\)",
                    "java\\.security\\.SecureRandom\\..*",
                    // Both differ from run to run.
                    "java\\.lang\\.System\\.identityHashCode\\(.*",
                    "com\\.google\\.common\\.hash\\.Hashing\\.goodFastHash\\(.*"))
            .because("a seed is an argument");

    static final ArchRule NO_FILES_OR_NETWORK = noClasses()
            .should()
            .dependOnClassesThat(named(
                    "files or the network",
                    "java\\.io\\.(File|FileInputStream|FileOutputStream|FileReader|FileWriter|RandomAccessFile|Console)",
                    "java\\.nio\\.(file|channels)\\..*",
                    "java\\.util\\.(zip\\.ZipFile|jar\\.JarFile)",
                    "java\\.net\\.(?!URI$|URISyntaxException$|IDN$).*",
                    "javax\\.net\\..*"))
            .orShould(use(
                    "a file by its name", "java\\.(io\\.Print\\w+|util\\.Formatter)\\.<init>\\(java\\.lang\\.String.*"))
            .because("the caller opens files and passes readers");

    static final ArchRule NO_THREADS_OR_PROCESSES = noClasses()
            .should()
            .dependOnClassesThat(named(
                    "threads or processes",
                    "java\\.lang\\.(Thread|Process|ProcessBuilder|ProcessHandle|Runtime)",
                    "java\\.util\\.concurrent\\.(Executors|ForkJoinPool|\\w*ThreadPoolExecutor)",
                    "java\\.util\\.Timer"))
            .orShould(use(
                    "threads that are not the caller's",
                    ".*\\.parallelStream\\(\\)",
                    "java\\.util\\.stream\\.\\w+\\.parallel\\(\\)",
                    "java\\.util\\.Arrays\\.parallel\\w+\\(.*",
                    "java\\.util\\.concurrent\\.CompletableFuture\\.\\w+Async\\((?!.*Executor\\)).*"))
            .because("the caller owns threads and passes an executor");

    static final ArchRule NO_ENVIRONMENT = noClasses()
            .should(use(
                    "the environment",
                    "java\\.lang\\.System\\.(getenv|\\w*Propert(y|ies)|lineSeparator|exit|load\\w*)\\(.*",
                    "java\\.lang\\.Integer\\.getInteger\\(.*",
                    "java\\.lang\\.Long\\.getLong\\(.*",
                    "java\\.lang\\.Boolean\\.getBoolean\\(.*",
                    "java\\.util\\.Locale\\.getDefault\\(.*",
                    "java\\.nio\\.charset\\.Charset\\.defaultCharset\\(.*"))
            .because("settings are arguments");

    static final ArchRule NO_STANDARD_OUTPUT = noClasses()
            .should()
            .accessFieldWhere(DescribedPredicate.<JavaFieldAccess>describe(
                    "a standard stream", access -> access.getTargetOwner().isEquivalentTo(System.class)))
            .orShould(use("printStackTrace", ".*\\.printStackTrace\\(.*"));

    static final ArchRule MATH_IS_STRICT = noClasses()
            .should(
                    use(
                            "a Math function that may differ between machines",
                            "java\\.lang\\.Math\\.(log|log10|log1p|exp|expm1|pow|cbrt|hypot|sin|cos|tan|asin|acos|atan|atan2|sinh|cosh|tanh)\\(.*"))
            .because("figures are equal on every machine: use StrictMath");

    static final ArchRule NO_GENERIC_EXCEPTIONS = noClasses()
            .should(use(
                    "a generic exception",
                    access -> Set.of(
                                            "java.lang.Exception",
                                            "java.lang.RuntimeException",
                                            "java.lang.Error",
                                            "java.lang.Throwable")
                                    .contains(access.getTargetOwner().getName())
                            && access.getTarget().getName().equals("<init>")
                            && !access.getOriginOwner().isAssignableTo(Throwable.class)));

    private PureCode() {}
}
