package io.salesops.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.json.SalesOpsJson;
import io.salesops.core.testkit.DocumentFault;
import io.salesops.core.testkit.FaultyDocument;
import io.salesops.core.testkit.FaultyDocuments;
import io.salesops.core.testkit.JsonLaws;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every generator of the testkit has to do, without jqwik's own engine around it. */
class GeneratorsTest {
    private static final int SAMPLES = 30;

    @Test
    void thereAreGenerators() {
        assertThat(Generators.all()).hasSizeGreaterThan(150);
    }

    @TestFactory
    Stream<DynamicTest> givesASampleOfItsType() {
        return Generators.all().stream()
                .map(generator -> DynamicTest.dynamicTest(
                        Generators.name(generator),
                        () -> assertThat(Generators.arbitrary(generator).sample())
                                .isInstanceOf(Generators.type(generator))));
    }

    @TestFactory
    Stream<DynamicTest> givesValuesThatRoundTripThroughJson() {
        return json().map(generator -> DynamicTest.dynamicTest(
                Generators.name(generator), () -> roundTrips(generator, Generators.type(generator))));
    }

    private static <T> void roundTrips(Method generator, Class<T> type) {
        Generators.arbitrary(generator)
                .sampleStream()
                .limit(SAMPLES)
                .map(type::cast)
                .forEach(value -> JsonLaws.roundTrips(value, type));
    }

    @TestFactory
    Stream<DynamicTest> everyFaultInTheTextOfAValueIsFoundAtItsPlace() {
        return json().map(generator -> DynamicTest.dynamicTest(Generators.name(generator), () -> {
            Class<?> type = Generators.type(generator);
            String text = SalesOpsJson.write(Generators.arbitrary(generator).sample());
            for (FaultyDocuments.Spot spot : FaultyDocuments.spots(text, type)) {
                DocumentFault fault = spot.fault();
                String faulty = FaultyDocuments.plant(text, Map.of(spot.path(), fault));
                new FaultyDocument(faulty, fault, spot.path()).isRefusedAs(type);
            }
        }));
    }

    /** Generators of types that say how they are read; one of a type parameter is read where that is known. */
    private static Stream<Method> json() {
        return Generators.all().stream()
                .filter(generator -> Generators.type(generator).isAnnotationPresent(JsonDeserialize.class)
                        && Generators.type(generator).getTypeParameters().length == 0);
    }
}
