package io.salesops.core.explain;

import com.google.common.collect.ImmutableList;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.Omission;

/** What every engine returns; the domain value implements it. */
public interface Outcome extends Explained {

    /** What the result was computed from. */
    Provenance computedFrom();

    /** What is wrong or worth knowing. */
    ImmutableList<Finding> findings();

    /** What the calculation left out, counted. */
    ImmutableList<Omission> omitted();
}
