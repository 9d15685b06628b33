/** Who owns an account, and why: decisions for one account or a whole book, with gaps and conflicts listed and never picked. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory.assign;
