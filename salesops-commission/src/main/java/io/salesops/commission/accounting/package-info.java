/** Commission in the company's books: accrual by period, and costs of contracts that are capitalised and amortised. */
@org.jspecify.annotations.NullMarked
package io.salesops.commission.accounting;
