package io.salesops.testkit;

import com.google.common.collect.ImmutableList;
import io.salesops.core.testkit.CrmArbitraries;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Comparator;
import net.jqwik.api.Arbitrary;

/** The generators that the testkit offers, and the type that each is of. */
final class Generators {
    /** The classes that users look in; one of generators belongs here. */
    static final ImmutableList<Class<?>> FACADES = ImmutableList.of(
            SalesOpsArbitraries.class,
            CommissionPartArbitraries.class,
            QuotePartArbitraries.class,
            CaseArbitraries.class,
            ResultArbitraries.class,
            DataQualityArbitraries.class,
            MatchResultArbitraries.class,
            ValueArbitraries.class,
            TypedIdArbitraries.class,
            NearlyValidArbitraries.class,
            LedgerModelArbitraries.class,
            QuoteModelArbitraries.class,
            TerritoryModelArbitraries.class,
            ForecastModelArbitraries.class);

    private Generators() {}

    static ImmutableList<Method> all() {
        return FACADES.stream()
                .flatMap(facade -> Arrays.stream(facade.getDeclaredMethods()))
                .filter(method -> Modifier.isPublic(method.getModifiers()))
                .sorted(Comparator.comparing(Generators::name))
                .collect(ImmutableList.toImmutableList());
    }

    static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }

    /** The class whose values are generated, without its type arguments. */
    static Class<?> type(Method method) {
        Type generated = ((ParameterizedType) method.getGenericReturnType()).getActualTypeArguments()[0];
        return (Class<?>)
                (generated instanceof ParameterizedType parameterized ? parameterized.getRawType() : generated);
    }

    /** The generator; one of what holds any values is given names to hold. */
    static Arbitrary<?> arbitrary(Method method) {
        try {
            return (Arbitrary<?>)
                    (method.getParameterCount() == 0
                            ? method.invoke(null)
                            : method.invoke(null, CrmArbitraries.names()));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(name(method), e);
        }
    }
}
