package io.salesops.core.json;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.AnnotationIntrospector;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.AnnotatedClass;
import com.fasterxml.jackson.databind.introspect.AnnotatedClassResolver;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.Multimap;
import com.google.common.collect.SetMultimap;
import io.salesops.core.criteria.Criteria;
import java.lang.reflect.Executable;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Stream;
import javax.money.MonetaryAmount;
import org.jspecify.annotations.Nullable;

/** Finds the shape of a type from its declaration, once. Thread-safe. */
final class Shapes {
    private final JsonMapper mapper;
    private final ConcurrentMap<JavaType, Shape> known = new ConcurrentHashMap<>();

    Shapes(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Returns the shape of a type.
     *
     * @throws IllegalArgumentException if the type is no model: a programmer's error
     */
    Shape of(JavaType type) {
        Shape shape = known.get(type);
        if (shape == null) {
            shape = find(type);
            known.putIfAbsent(type, shape);
        }
        return shape;
    }

    private Shape find(JavaType type) {
        Class<?> raw = type.getRawClass();
        Optional<Shape> scalar = Scalars.find(type);
        if (scalar.isPresent()) {
            return scalar.get();
        }
        if (Criteria.class.isAssignableFrom(raw)) {
            return new Shape.Condition(type, type.containedTypeOrUnknown(0).getRawClass());
        }
        if (MonetaryAmount.class.isAssignableFrom(raw)) {
            return new Shape.Composite(type, Scalars.amount(mapper.getTypeFactory()), Optional.empty());
        }
        if (type.isReferenceType()) {
            return new Shape.Maybe(type, of(type.getContentType()));
        }
        if (Multimap.class.isAssignableFrom(raw)) {
            JavaType values =
                    mapper.getTypeFactory().constructCollectionType(ImmutableList.class, type.getContentType());
            boolean distinct = SetMultimap.class.isAssignableFrom(raw);
            return new Shape.Entries(
                    type, of(type.getKeyType()), new Shape.Items(values, of(type.getContentType()), distinct));
        }
        if (type.isMapLikeType()) {
            return new Shape.Entries(type, of(type.getKeyType()), of(type.getContentType()));
        }
        if (type.isCollectionLikeType()) {
            return new Shape.Items(type, of(type.getContentType()), Set.class.isAssignableFrom(raw));
        }
        if (type.isEnumType()) {
            return new Shape.Constant(
                    type,
                    Arrays.stream(raw.getEnumConstants())
                            .map(constant -> mapper.convertValue(constant, String.class))
                            .collect(ImmutableList.toImmutableList()));
        }
        AnnotatedMember value = mapper.getSerializationConfig().introspect(type).findJsonValueAccessor();
        if (value != null) {
            return wrapper(type, of(value.getType()));
        }
        DeserializationConfig config = mapper.getDeserializationConfig();
        AnnotatedClass annotated = AnnotatedClassResolver.resolve(config, type, config);
        JsonTypeInfo.@Nullable Value kinds =
                config.getAnnotationIntrospector().findPolymorphicTypeInfo(config, annotated);
        return kinds == null ? composite(type, annotated) : variants(type, annotated, kinds.getPropertyName());
    }

    /** A type that is written as a scalar is one. */
    private static Shape wrapper(JavaType type, Shape content) {
        return content instanceof Shape.Scalar scalar
                ? new Shape.Scalar(
                        type,
                        scalar.form(),
                        Scalars.article(type.getRawClass().getSimpleName()),
                        Optional.empty(),
                        scalar.format())
                : new Shape.Wrapper(type, content);
    }

    private Shape variants(JavaType type, AnnotatedClass annotated, String tag) {
        DeserializationConfig config = mapper.getDeserializationConfig();
        ImmutableMap.Builder<String, Shape.Composite> byName = ImmutableMap.builder();
        Collection<NamedType> subtypes =
                mapper.getSubtypeResolver().collectAndResolveSubtypesByTypeId(config, annotated);
        for (NamedType subtype : subtypes) {
            Class<?> raw = subtype.getType();
            if (subtype.hasName() && type.getRawClass().isAssignableFrom(raw) && isConcrete(raw)) {
                JavaType variant = mapper.getTypeFactory().constructSpecializedType(type, raw);
                byName.put(
                        subtype.getName(), composite(variant, AnnotatedClassResolver.resolve(config, variant, config)));
            }
        }
        return new Shape.Variants(type, tag, byName.buildOrThrow());
    }

    private boolean isConcrete(Class<?> raw) {
        DeserializationConfig config = mapper.getDeserializationConfig();
        AnnotatedClass annotated = AnnotatedClassResolver.resolveWithoutSuperTypes(config, raw);
        return raw.isRecord()
                || config.getAnnotationIntrospector().findPOJOBuilder(annotated) != null
                || !Modifier.isAbstract(raw.getModifiers());
    }

    private Shape.Composite composite(JavaType type, AnnotatedClass annotated) {
        Class<?> raw = type.getRawClass();
        AnnotationIntrospector introspector = mapper.getDeserializationConfig().getAnnotationIntrospector();
        Class<?> builder = introspector.findPOJOBuilder(annotated);
        Optional<DocumentSchema> document = DocumentSchema.find(raw);
        if (builder != null) {
            return new Shape.Composite(type, Suppliers.memoize(() -> built(type, builder, document)), document);
        }
        if (raw.isRecord()) {
            return new Shape.Composite(type, Suppliers.memoize(() -> components(type)), document);
        }
        Executable creator = Stream.concat(
                        Arrays.stream(raw.getDeclaredConstructors()), Arrays.stream(raw.getDeclaredMethods()))
                .filter(candidate -> candidate.isAnnotationPresent(JsonCreator.class)
                        && Arrays.stream(candidate.getParameters())
                                .allMatch(parameter -> parameter.isAnnotationPresent(JsonProperty.class)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no JSON is known for " + type.toCanonical()
                        + ". Maybe it lacks a builder for JSON, or a type argument."));
        return new Shape.Composite(type, Suppliers.memoize(() -> parameters(type, creator)), document);
    }

    private ImmutableMap<String, Shape.Member> components(JavaType type) {
        ImmutableMap.Builder<String, Shape.Member> members = ImmutableMap.builder();
        for (RecordComponent component : type.getRawClass().getRecordComponents()) {
            Shape shape = of(resolved(component.getGenericType(), type));
            String name = name(component.getAccessor().getAnnotation(JsonProperty.class), component.getName());
            members.put(name, new Shape.Member(name, shape, !(shape instanceof Shape.Maybe)));
        }
        return members.buildOrThrow();
    }

    private ImmutableMap<String, Shape.Member> parameters(JavaType type, Executable creator) {
        ImmutableMap.Builder<String, Shape.Member> members = ImmutableMap.builder();
        for (Parameter parameter : creator.getParameters()) {
            Shape shape = of(resolved(parameter.getParameterizedType(), type));
            String name = parameter.getAnnotation(JsonProperty.class).value();
            members.put(name, new Shape.Member(name, shape, !(shape instanceof Shape.Maybe)));
        }
        return members.buildOrThrow();
    }

    /** The generated builder says which attributes there are and which must be set, the type how they are typed. */
    private ImmutableMap<String, Shape.Member> built(
            JavaType type, Class<?> builder, Optional<DocumentSchema> document) {
        ImmutableMap.Builder<String, Shape.Member> members = ImmutableMap.builder();
        ImmutableMap.Builder<String, JsonProperty> setters = ImmutableMap.builder();
        for (Method method : builder.getMethods()) {
            JsonProperty property = method.getAnnotation(JsonProperty.class);
            if (property != null && method.getParameterCount() == 1) {
                setters.put(name(property, method.getName()), property);
            }
        }
        ImmutableMap<String, JsonProperty> byName = setters.buildKeepingLast();
        for (String name : declared(type.getRawClass(), builder)) {
            JsonProperty property = byName.get(name);
            if (property != null) {
                Shape shape = of(resolved(accessor(type.getRawClass(), name), type));
                boolean states = document.isPresent() && name.equals("schema");
                members.put(name, new Shape.Member(name, shape, property.required() || states));
            }
        }
        return members.buildOrThrow();
    }

    /** The names of attributes in the order in which the type declares them. */
    static ImmutableList<String> declared(Class<?> type, Class<?> builder) {
        if (type.isRecord()) {
            return Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getName)
                    .collect(ImmutableList.toImmutableList());
        }
        // The generated class declares a field for each attribute, in the order of the interface.
        Class<?> generated = builder;
        while (generated.getEnclosingClass() == null
                || !type.isAssignableFrom(generated.getEnclosingClass())
                || type == generated.getEnclosingClass()) {
            generated = generated.getSuperclass();
        }
        return fields(generated.getEnclosingClass());
    }

    static ImmutableList<String> fields(Class<?> generated) {
        return Arrays.stream(generated.getDeclaredFields())
                .filter(field -> !Modifier.isStatic(field.getModifiers()))
                .map(java.lang.reflect.Field::getName)
                .collect(ImmutableList.toImmutableList());
    }

    private static Type accessor(Class<?> type, String name) {
        try {
            return type.getMethod(name).getGenericReturnType();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type.getName() + " has no accessor " + name, e);
        }
    }

    private JavaType resolved(Type declared, JavaType owner) {
        return mapper.getTypeFactory().resolveMemberType(declared, owner.getBindings());
    }

    private static String name(@Nullable JsonProperty property, String otherwise) {
        return property == null || property.value().isEmpty() ? otherwise : property.value();
    }
}
