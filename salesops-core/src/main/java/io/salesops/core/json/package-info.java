/** Reads and writes every public value and document, and describes documents by JSON Schema. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.json;
