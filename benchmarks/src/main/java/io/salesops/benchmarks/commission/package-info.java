/** Commission of a million transactions, of one payee's year and of one more deal, beside loops and peers. */
@NullMarked
package io.salesops.benchmarks.commission;

import org.jspecify.annotations.NullMarked;
