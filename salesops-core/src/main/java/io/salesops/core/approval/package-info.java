/**
 * Approval by other people: who may decide, on whose behalf, and that nobody approves his own. Runs of commission and
 * quotes build on it; what is approved is named by its subject and stays where it belongs.
 */
@org.jspecify.annotations.NullMarked
package io.salesops.core.approval;
