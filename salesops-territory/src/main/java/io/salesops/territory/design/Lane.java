package io.salesops.territory.design;

import java.util.List;

/** One annealing of a plan, in rounds of tasks that can run at once. For one thread, save for the tasks. */
interface Lane {
    boolean done();

    /** Returns the tasks of the next round, at least one and at most so many; {@link #close} follows when all have run. */
    List<Runnable> open(long most);

    /** Puts together what the tasks did. */
    void close();

    /** The best plan at the end of a round. */
    int[] best();

    Score bestScore();
}
