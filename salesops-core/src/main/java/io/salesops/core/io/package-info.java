/**
 * CRM files in and out: a strict reader of delimited text, mappings as data, an importer that loads every good
 * row and lists every other with line and column, and an exporter whose files it reads back as they were. Reads only from a
 * Reader, and writes only to an Appendable, that the caller opened.
 */
@org.jspecify.annotations.NullMarked
package io.salesops.core.io;
