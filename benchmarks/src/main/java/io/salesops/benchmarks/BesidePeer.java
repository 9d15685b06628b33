package io.salesops.benchmarks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Two methods of a JMH benchmark that do the same work: after a run a line gives both figures and their ratio. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface BesidePeer {

    /** The method that uses the library. */
    String ours();

    /** The method that uses the peer. */
    String peer();
}
