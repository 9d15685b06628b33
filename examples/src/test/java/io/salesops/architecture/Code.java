package io.salesops.architecture;

import static java.util.stream.Collectors.joining;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** What the rules say about code: which methods it uses, how its classes are named, whether people wrote it. */
final class Code {

    private Code() {}

    /**
     * Holds for a class that calls a method or constructor, or refers to it as {@code Owner::method}, whose signature
     * matches one of the patterns. A signature is {@code java.util.List.of(java.lang.Object,int)}; a constructor is
     * called {@code <init>}.
     */
    static ArchCondition<JavaClass> use(String what, String... signatures) {
        Pattern pattern = anyOf(signatures);
        return use(what, access -> pattern.matcher(signature(access)).matches());
    }

    static ArchCondition<JavaClass> use(String what, Predicate<JavaCodeUnitAccess<?>> forbidden) {
        return new ArchCondition<>("use " + what) {
            @Override
            public void check(JavaClass item, ConditionEvents events) {
                for (JavaCodeUnitAccess<?> access : item.getCodeUnitAccessesFromSelf()) {
                    if (forbidden.test(access)) {
                        events.add(SimpleConditionEvent.satisfied(access, access.getDescription()));
                    }
                }
            }
        };
    }

    static String signature(JavaCodeUnitAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName()
                + access.getTarget().getRawParameterTypes().stream()
                        .map(JavaClass::getName)
                        .collect(joining(",", "(", ")"));
    }

    static DescribedPredicate<JavaClass> named(String what, String... names) {
        Pattern pattern = anyOf(names);
        return DescribedPredicate.describe(
                "are " + what,
                item -> pattern.matcher(item.getBaseComponentType().getName()).matches());
    }

    /** Builders and immutable classes that annotation processors write. */
    static DescribedPredicate<JavaClass> generated() {
        return DescribedPredicate.describe("generated", item -> {
            String name = item.getName().substring(item.getPackageName().length() + 1);
            return name.startsWith("Immutable")
                    || name.startsWith("With")
                    || item.getSource()
                            .flatMap(source -> source.getFileName())
                            .filter(file -> file.matches("\\w+Builder\\.java"))
                            .isPresent();
        });
    }

    static <T> DescribedPredicate<T> not(DescribedPredicate<T> predicate) {
        return DescribedPredicate.not(predicate);
    }

    private static Pattern anyOf(String... patterns) {
        return Pattern.compile(String.join("|", patterns));
    }
}
