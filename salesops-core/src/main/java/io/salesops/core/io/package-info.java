/**
 * CRM files in, records out: a strict reader of delimited text, mappings as data, and an importer that loads every good
 * row and lists every other with line and column. Reads only from a Reader that the caller opened.
 */
@org.jspecify.annotations.NullMarked
package io.salesops.core.io;
