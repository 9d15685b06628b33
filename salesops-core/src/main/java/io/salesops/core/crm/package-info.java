/** The records of sales: accounts, contacts, leads, opportunities with their history, products, reps, teams and quotas. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.crm;
