package io.salesops.core.json;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.google.common.reflect.ClassPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.stream.Stream;

/** Every public type of core that is a value: what law E3 speaks of. */
final class CoreModels {
    /** Values that hold functions or type arguments, or are only ever part of a call: they have no JSON. */
    private static final ImmutableSet<String> NOT_JSON = ImmutableSet.of(
            "io.salesops.core.criteria.Fields",
            "io.salesops.core.run.Execution",
            "io.salesops.core.run.Execution$TimeLimit",
            "io.salesops.core.repository.Versioned",
            "io.salesops.core.money.Allocation",
            "io.salesops.core.json.DocumentSchema");

    private CoreModels() {}

    static ImmutableList<Class<?>> all() {
        try {
            return ClassPath.from(CoreModels.class.getClassLoader())
                    .getTopLevelClassesRecursive("io.salesops.core")
                    .stream()
                    .filter(info -> info.url().getPath().contains("/classes/"))
                    .map(ClassPath.ClassInfo::load)
                    .flatMap(CoreModels::withNested)
                    .filter(CoreModels::isValue)
                    .filter(type -> !NOT_JSON.contains(type.getName()))
                    .collect(ImmutableList.toImmutableList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<Class<?>> withNested(Class<?> type) {
        if (!Modifier.isPublic(type.getModifiers())) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(type), Arrays.stream(type.getDeclaredClasses()).flatMap(CoreModels::withNested));
    }

    private static boolean isValue(Class<?> type) {
        return type.getTypeParameters().length == 0
                && (type.isRecord()
                        || type.isEnum()
                        || type.isAnnotationPresent(JsonDeserialize.class)
                        || type.isAnnotationPresent(JsonTypeInfo.class));
    }
}
