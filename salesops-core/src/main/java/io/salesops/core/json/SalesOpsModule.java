package io.salesops.core.json;

import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.module.SimpleSerializers;
import com.fasterxml.jackson.datatype.guava.GuavaModule;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.salesops.core.criteria.Criteria;
import java.util.List;
import java.util.function.Predicate;

/** All that a mapper needs for the library's types. */
final class SalesOpsModule extends Module {
    private final Predicate<Class<?>> models;

    /**
     * @param models the types to which the conventions apply that are not bound to a type of the library: an
     *     application's own types stay as it writes them
     */
    SalesOpsModule(Predicate<Class<?>> models) {
        this.models = models;
    }

    @Override
    public String getModuleName() {
        return "salesops";
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public void setupModule(SetupContext context) {
        for (Module module : List.of(new GuavaModule(), new Jdk8Module(), new JavaTimeModule(), new MoneyModule())) {
            module.setupModule(context);
        }
        SimpleSerializers serializers = new SimpleSerializers();
        serializers.addSerializer(new Conditions.Writer());
        context.addSerializers(serializers);
        context.addDeserializers(new Conditions.Readers());
        context.insertAnnotationIntrospector(new ModelIntrospector(models));
        context.addBeanSerializerModifier(new CanonicalOrder(models));
    }

    /** Whether a class belongs to the library. */
    static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.salesops.") || Criteria.class.isAssignableFrom(type);
    }
}
