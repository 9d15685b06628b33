package io.salesops.core.repository;

/** The stored version is not the one that the writer expected: somebody else wrote in between. */
public final class StaleVersionException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private final String id;
    private final long expected;
    private final long stored;

    /**
     * Creates the exception; 0 stands for not stored. The versions are equal where a record that was not expected was made
     * and deleted in between.
     */
    public StaleVersionException(String id, long expected, long stored) {
        super("record " + id + " has version " + stored + ", expected " + expected
                + (stored == expected ? ", but was written in between" : "")
                + ". Maybe load it again and repeat the change.");
        this.id = id;
        this.expected = expected;
        this.stored = stored;
    }

    /** The record. */
    public String id() {
        return id;
    }

    /** The version that the writer expected. */
    public long expected() {
        return expected;
    }

    /** The version that is stored. */
    public long stored() {
        return stored;
    }
}
