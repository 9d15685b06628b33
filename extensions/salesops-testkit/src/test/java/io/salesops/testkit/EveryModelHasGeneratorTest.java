package io.salesops.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Sets;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the public models of the modules against the generators. */
class EveryModelHasGeneratorTest {
    private static final int SAMPLES = 3_000;

    /** Models without a generator, each with the reason; a reason that no longer holds fails the test. */
    private static final ImmutableMap<String, String> WITHOUT = ImmutableMap.of();

    private static Set<Class<?>> generated() {
        return Generators.all().stream().map(Generators::type).collect(Collectors.toSet());
    }

    /** The public alternatives of a sealed type, and theirs. */
    private static Stream<Class<?>> alternatives(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses())
                        .filter(one -> Modifier.isPublic(one.getModifiers()))
                        .flatMap(one -> Stream.concat(Stream.of(one), alternatives(one)))
                : Stream.empty();
    }

    @Test
    void thereAreModels() {
        assertThat(PublicModels.all()).hasSizeGreaterThan(150);
    }

    @TestFactory
    Stream<DynamicTest> everyModelHasAGenerator() {
        Set<Class<?>> generated = generated();
        Set<Class<?>> alternatives = generated.stream()
                .flatMap(EveryModelHasGeneratorTest::alternatives)
                .collect(Collectors.toSet());
        return PublicModels.all().stream()
                .filter(model -> !WITHOUT.containsKey(model.getName()))
                .map(model -> DynamicTest.dynamicTest(
                        model.getName(),
                        () -> assertThat(generated.contains(model) || alternatives.contains(model))
                                .as("a generator of %s. Maybe add one to %s.", model, Generators.FACADES.get(0))
                                .isTrue()));
    }

    @Test
    void everyExceptionIsStillOne() {
        Set<String> models = PublicModels.all().stream().map(Class::getName).collect(Collectors.toSet());
        Set<String> generated = generated().stream().map(Class::getName).collect(Collectors.toSet());
        assertThat(models).containsAll(WITHOUT.keySet());
        assertThat(Sets.intersection(generated, WITHOUT.keySet())).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> everyAlternativeOfASealedTypeIsGenerated() {
        return Generators.all().stream()
                .filter(generator -> Generators.type(generator).isSealed())
                .map(generator -> DynamicTest.dynamicTest(Generators.name(generator), () -> allOccur(generator)));
    }

    private static void allOccur(Method generator) {
        Set<Class<?>> leaves = alternatives(Generators.type(generator))
                .filter(one -> !one.isSealed())
                .collect(Collectors.toSet());
        Set<Class<?>> met = Generators.arbitrary(generator)
                .sampleStream()
                .limit(SAMPLES)
                .map(Object::getClass)
                .collect(ImmutableSet.toImmutableSet());
        assertThat(leaves).allMatch(leaf -> met.stream().anyMatch(leaf::isAssignableFrom));
    }
}
