package io.salesops.core.json;

import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonNode;
import com.google.common.collect.ImmutableList;
import java.util.Optional;

/**
 * What inspection made of one value: the tree to bind, if it has no error, and the parts that are bound to objects.
 *
 * @param type what it is bound to
 * @param path where it stands
 * @param at where it stands in the text
 * @param tree the value as binding takes it; absent where it, or a part of it, has an error
 * @param parts the composite values inside
 */
record Part(JavaType type, JsonPath path, Node at, Optional<JsonNode> tree, ImmutableList<Part> parts) {

    /** Whether it is a value without parts, which inspection has bound already. */
    boolean isLeaf() {
        return at.kind() != Node.Kind.OBJECT && at.kind() != Node.Kind.LIST;
    }
}
