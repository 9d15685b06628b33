/** What is wrong with data, as values: findings with code, path, evidence and remedy, and results that may be refused. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.finding;
