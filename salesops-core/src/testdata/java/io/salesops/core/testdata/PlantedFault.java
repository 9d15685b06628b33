package io.salesops.core.testdata;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A valid document with one fault.
 *
 * @param what is wrong, in words
 * @param at the pointer that a finding must have
 * @param within whether a finding at or under the object with the fault is close enough: a condition is refused as a whole
 * @param document the document with the fault
 */
record PlantedFault(String what, JsonPointer at, boolean within, JsonNode document) {
    private static final String UNKNOWN = "zzUnknown";

    /** Every required field of every object removed, one at a time. */
    static List<PlantedFault> missing(JsonNode document, SchemaCheck check) {
        List<PlantedFault> faults = new ArrayList<>();
        for (SchemaCheck.Place place : check.places()) {
            for (JsonNode field : place.schema().path("required")) {
                JsonNode copy = document.deepCopy();
                ((ObjectNode) copy.at(place.pointer())).remove(field.textValue());
                JsonPointer at = place.pointer().appendProperty(field.textValue());
                faults.add(new PlantedFault("missing " + at, at, place.condition(), copy));
            }
        }
        return faults;
    }

    /** An unknown field in every object with known fields, one at a time. */
    static List<PlantedFault> unknown(JsonNode document, SchemaCheck check) {
        List<PlantedFault> faults = new ArrayList<>();
        for (SchemaCheck.Place place : check.places()) {
            if (place.schema().path("additionalProperties").isBoolean()) {
                JsonNode copy = document.deepCopy();
                ((ObjectNode) copy.at(place.pointer())).put(UNKNOWN, 1);
                JsonPointer at = place.pointer().appendProperty(UNKNOWN);
                faults.add(new PlantedFault("unknown " + at, at, place.condition(), copy));
            }
        }
        return faults;
    }

    /** Every text, number and flag replaced by a value of another type and by an object, one at a time. */
    static List<PlantedFault> wrongType(JsonNode document, SchemaCheck check) {
        List<PlantedFault> faults = new ArrayList<>();
        JsonNodeFactory json = JsonNodeFactory.instance;
        for (SchemaCheck.Place place : check.places()) {
            if (place.value().isValueNode()) {
                JsonNode other = place.value().isBoolean() ? json.textNode("yes") : json.booleanNode(true);
                for (JsonNode wrong : List.of(other, json.objectNode())) {
                    JsonNode copy = document.deepCopy();
                    replace(copy, place.pointer(), wrong);
                    String what = wrong + " at " + place.pointer();
                    faults.add(new PlantedFault(what, place.pointer(), place.condition(), copy));
                }
            }
        }
        return faults;
    }

    private static void replace(JsonNode tree, JsonPointer at, JsonNode value) {
        JsonNode parent = tree.at(at.head());
        if (parent instanceof ObjectNode object) {
            object.set(at.last().getMatchingProperty(), value);
        } else {
            ((ArrayNode) parent).set(at.last().getMatchingIndex(), value);
        }
    }

    /** Whether a finding at the path names this fault. */
    boolean isNamedBy(String path) {
        return path.equals(at.toString())
                || (within && path.startsWith(at.head().toString()));
    }
}
