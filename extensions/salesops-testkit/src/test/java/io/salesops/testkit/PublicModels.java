package io.salesops.testkit;

import com.google.common.collect.ImmutableList;
import com.google.common.reflect.ClassPath;
import io.salesops.core.explain.Explained;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

/** The public models of the four modules: records, values with a builder, sealed alternatives, results, and whatever else says when two of it are equal. */
final class PublicModels {
    private static final ImmutableList<String> MODULES = ImmutableList.of(
            "io.salesops.core", "io.salesops.commission", "io.salesops.territory", "io.salesops.quote");

    private PublicModels() {}

    static ImmutableList<Class<?>> all() {
        return MODULES.stream()
                .flatMap(PublicModels::classes)
                .filter(info -> !info.getPackageName().endsWith(".testkit"))
                .map(ClassPath.ClassInfo::load)
                .flatMap(PublicModels::withNested)
                .filter(PublicModels::isModel)
                .collect(ImmutableList.toImmutableList());
    }

    private static Stream<ClassPath.ClassInfo> classes(String module) {
        try {
            return ClassPath.from(PublicModels.class.getClassLoader()).getTopLevelClassesRecursive(module).stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        return Modifier.isPublic(type.getModifiers())
                ? Stream.concat(
                        Stream.of(type),
                        Arrays.stream(type.getDeclaredClasses()).flatMap(PublicModels::withNested))
                : Stream.empty();
    }

    private static boolean isModel(Class<?> type) {
        if (type.isEnum() || type.isAnnotation() || Throwable.class.isAssignableFrom(type)) {
            return false;
        }
        boolean result = Explained.class.isAssignableFrom(type) && !type.isInterface();
        return type.isRecord() || type.isSealed() || hasBuilder(type) || result || saysWhenEqual(type);
    }

    private static boolean hasBuilder(Class<?> type) {
        return type.isInterface()
                && Arrays.stream(type.getDeclaredClasses())
                        .anyMatch(nested -> nested.getSimpleName().equals("Builder"));
    }

    private static boolean saysWhenEqual(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .anyMatch(method -> method.getName().equals("equals") && method.getParameterCount() == 1);
    }
}
