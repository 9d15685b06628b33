package io.salesops.core.json;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.Version;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.AnnotatedMember;
import com.fasterxml.jackson.databind.introspect.AnnotatedMethod;
import com.fasterxml.jackson.databind.introspect.AnnotatedParameter;
import com.fasterxml.jackson.databind.introspect.NopAnnotationIntrospector;
import com.fasterxml.jackson.databind.jsontype.NamedType;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.temporal.Temporal;
import java.time.temporal.TemporalAmount;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What every model means in JSON without saying so: sealed types list their variants, records refuse absent parts,
 * absent optionals are left out, decimals and dates are text.
 */
final class ModelIntrospector extends NopAnnotationIntrospector {
    private static final long serialVersionUID = 1;

    private final transient Predicate<Class<?>> models;

    ModelIntrospector(Predicate<Class<?>> models) {
        this.models = models;
    }

    @Override
    public Version version() {
        return Version.unknownVersion();
    }

    @Override
    public @Nullable List<NamedType> findSubtypes(Annotated annotated) {
        Class<?> raw = annotated.getRawType();
        return models.test(raw) && raw.isSealed()
                ? Arrays.stream(raw.getPermittedSubclasses())
                        .map(NamedType::new)
                        .toList()
                : null;
    }

    @Override
    public @Nullable Boolean hasRequiredMarker(AnnotatedMember member) {
        return isRequired(member) ? Boolean.TRUE : null;
    }

    @Override
    public JsonSetter.Value findSetterInfo(Annotated annotated) {
        return isRequired(annotated) ? JsonSetter.Value.forValueNulls(Nulls.FAIL) : JsonSetter.Value.empty();
    }

    private boolean isRequired(Annotated annotated) {
        return annotated instanceof AnnotatedParameter part
                && part.getDeclaringClass().isRecord()
                && models.test(part.getDeclaringClass())
                && !part.getType().isReferenceType();
    }

    @Override
    public JsonInclude.Value findPropertyInclusion(Annotated annotated) {
        return isModelPart(annotated)
                ? JsonInclude.Value.construct(JsonInclude.Include.NON_ABSENT, JsonInclude.Include.ALWAYS)
                : JsonInclude.Value.empty();
    }

    @Override
    public JsonFormat.@Nullable Value findFormat(Annotated annotated) {
        return isModelPart(annotated) && isTime(type((AnnotatedMember) annotated))
                ? JsonFormat.Value.forShape(JsonFormat.Shape.STRING)
                : null;
    }

    private static boolean isTime(JavaType type) {
        JavaType content = type.getContentType();
        return Temporal.class.isAssignableFrom(type.getRawClass())
                || TemporalAmount.class.isAssignableFrom(type.getRawClass())
                || (content != null && isTime(content));
    }

    @Override
    public @Nullable Object findSerializer(Annotated annotated) {
        return isModelPart(annotated) ? writer(type((AnnotatedMember) annotated)) : null;
    }

    @Override
    public @Nullable Object findContentSerializer(Annotated annotated) {
        return isModelPart(annotated) ? writer(type((AnnotatedMember) annotated).getContentType()) : null;
    }

    private static @Nullable Object writer(@Nullable JavaType type) {
        return type == null
                ? null
                : type.hasRawClass(BigDecimal.class) || type.hasRawClass(BigInteger.class)
                        ? Decimals.Writer.class
                        : type.hasRawClass(double.class) || type.hasRawClass(Double.class)
                                ? Decimals.DoubleWriter.class
                                : null;
    }

    @Override
    public @Nullable Object findDeserializer(Annotated annotated) {
        return isModelPart(annotated) ? reader(type((AnnotatedMember) annotated)) : null;
    }

    @Override
    public @Nullable Object findContentDeserializer(Annotated annotated) {
        return isModelPart(annotated) ? reader(type((AnnotatedMember) annotated).getContentType()) : null;
    }

    private static @Nullable Object reader(@Nullable JavaType type) {
        return type == null
                ? null
                : type.hasRawClass(BigDecimal.class)
                        ? Decimals.Reader.class
                        : type.hasRawClass(BigInteger.class) ? Decimals.WholeReader.class : null;
    }

    private boolean isModelPart(Annotated annotated) {
        return annotated instanceof AnnotatedMember member && models.test(member.getDeclaringClass());
    }

    /** What a getter returns, and what a setter takes. */
    private static JavaType type(AnnotatedMember member) {
        return member instanceof AnnotatedMethod method && method.getParameterCount() == 1
                ? Optional.ofNullable(method.getParameterType(0)).orElse(member.getType())
                : member.getType();
    }
}
