/** Access to data files that tests read and the project does not ship; packed into no jar. */
@org.jspecify.annotations.NullMarked
package io.salesops.core.testdata;
