/** What passes between seller and customer: quotes with their lines and terms. */
@org.jspecify.annotations.NullMarked
package io.salesops.quote.document;
