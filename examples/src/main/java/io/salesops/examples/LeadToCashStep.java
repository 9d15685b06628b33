package io.salesops.examples;

import java.util.Optional;

/** One step from lead to cash. */
interface LeadToCashStep {

    /** What the step does. */
    String title();

    /** What the step lacks to be run; empty where it can be. */
    Optional<String> lacks(LeadToCashState state);

    /** Does the step's work on the state and prints what came of it. */
    void run(LeadToCashState state, Printer out);
}
