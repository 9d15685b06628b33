package io.salesops.core.explain;

/** Anything that can say why. */
public interface Explained {

    /** The typed explanation. */
    Explanation explanation();

    /** The explanation in English text. */
    default String explain() {
        return explanation().text();
    }
}
