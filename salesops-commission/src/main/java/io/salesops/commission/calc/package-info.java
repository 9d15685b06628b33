/** From credits to statements: a pure function of plan, quotas, credits and exchange rates. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.calc;
