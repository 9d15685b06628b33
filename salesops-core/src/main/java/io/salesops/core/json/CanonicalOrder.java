package io.salesops.core.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.databind.ser.ContextualSerializer;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.type.CollectionType;
import com.fasterxml.jackson.databind.type.MapLikeType;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.LinkedListMultimap;
import com.google.common.collect.Multimap;
import com.google.common.collect.SetMultimap;
import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Gives everything the same order in every text: fields as declared, and the members of sets and the keys of multimaps
 * sorted by their own text.
 */
final class CanonicalOrder extends BeanSerializerModifier {
    private static final long serialVersionUID = 1;

    private final transient Predicate<Class<?>> models;

    CanonicalOrder(Predicate<Class<?>> models) {
        this.models = models;
    }

    /** Other methods of a record, such as {@code isEmpty()}, are no part of it. */
    @Override
    public List<BeanPropertyWriter> changeProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
        Class<?> type = bean.getBeanClass();
        if (!type.isRecord() || !models.test(type)) {
            return properties;
        }
        List<String> components = bean.findProperties().stream()
                .filter(property -> property.getField() != null || property.hasConstructorParameter())
                .map(BeanPropertyDefinition::getName)
                .toList();
        return properties.stream()
                .filter(property -> components.contains(property.getName()))
                .toList();
    }

    /** Methods come from the virtual machine in any order, the fields of a class in the order of its source. */
    @Override
    public List<BeanPropertyWriter> orderProperties(
            SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
        Class<?> type = bean.getBeanClass();
        if (!models.test(type)) {
            return properties;
        }
        ImmutableList<String> declared = Shapes.fields(type);
        return properties.stream()
                .sorted(Comparator.comparingInt(property -> position(declared, property)))
                .toList();
    }

    private static int position(ImmutableList<String> declared, BeanPropertyWriter property) {
        String name = property.getMember().getName();
        return declared.contains(name) ? declared.indexOf(name) : declared.size();
    }

    @Override
    public JsonSerializer<?> modifyCollectionSerializer(
            SerializationConfig config, CollectionType type, BeanDescription bean, JsonSerializer<?> serializer) {
        Class<?> raw = type.getRawClass();
        boolean ordered = !Set.class.isAssignableFrom(raw)
                || SortedSet.class.isAssignableFrom(raw)
                || EnumSet.class.isAssignableFrom(raw);
        return ordered ? serializer : sorting(serializer, value -> sorted((Set<?>) value));
    }

    @Override
    public JsonSerializer<?> modifyMapLikeSerializer(
            SerializationConfig config, MapLikeType type, BeanDescription bean, JsonSerializer<?> serializer) {
        return Multimap.class.isAssignableFrom(type.getRawClass())
                ? sorting(serializer, value -> sorted((Multimap<?, ?>) value))
                : serializer;
    }

    @SuppressWarnings("unchecked") // a serializer takes the values of its own type, and sorting keeps the type
    private static Sorting sorting(JsonSerializer<?> serializer, UnaryOperator<Object> sort) {
        return new Sorting((JsonSerializer<Object>) serializer, sort);
    }

    private static <E> Set<E> sorted(Set<E> set) {
        return set.size() < 2 || set instanceof SortedSet ? set : new LinkedHashSet<>(byText(set));
    }

    private static <K, V> Multimap<K, V> sorted(Multimap<K, V> map) {
        Multimap<K, V> sorted = map instanceof SetMultimap ? LinkedHashMultimap.create() : LinkedListMultimap.create();
        for (K key : byText(map.keySet())) {
            Collection<V> values = map.get(key);
            sorted.putAll(key, values instanceof Set ? byText(values) : values);
        }
        return sorted;
    }

    private record Keyed<E>(String text, E element) {}

    private static <E> List<E> byText(Collection<E> elements) {
        return elements.stream()
                .map(element -> new Keyed<>(JsonCodec.text(element), element))
                .sorted(Comparator.comparing(Keyed::text))
                .map(Keyed::element)
                .toList();
    }

    private static final class Sorting extends StdSerializer<Object> implements ContextualSerializer {
        private static final long serialVersionUID = 1;

        private final JsonSerializer<Object> serializer;
        private final transient UnaryOperator<Object> sort;

        Sorting(JsonSerializer<Object> serializer, UnaryOperator<Object> sort) {
            super(Object.class);
            this.serializer = serializer;
            this.sort = sort;
        }

        @Override
        @SuppressWarnings("unchecked") // as above
        public JsonSerializer<?> createContextual(SerializerProvider provider, BeanProperty property)
                throws JsonMappingException {
            return new Sorting(
                    (JsonSerializer<Object>) provider.handleSecondaryContextualization(serializer, property), sort);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Object value) {
            return serializer.isEmpty(provider, value);
        }

        @Override
        public void serialize(Object value, JsonGenerator json, SerializerProvider provider) throws IOException {
            serializer.serialize(sort.apply(value), json, provider);
        }

        @Override
        public void serializeWithType(
                Object value, JsonGenerator json, SerializerProvider provider, TypeSerializer type) throws IOException {
            serializer.serializeWithType(sort.apply(value), json, provider, type);
        }
    }
}
