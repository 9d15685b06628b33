/** Record matching: accuracy and speed on folders of records with a truth, and on generated ones, beside peers. */
@org.jspecify.annotations.NullMarked
package io.salesops.benchmarks.match;
