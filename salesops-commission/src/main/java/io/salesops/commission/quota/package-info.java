/** What a payee is to reach: quotas of months, quarters and years, to date, by days of employment, ramp and relief. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.quota;
