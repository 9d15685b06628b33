package io.salesops.core.io;

import org.jspecify.annotations.Nullable;

/** The line on which each identifier of a file stood first: a table with open addressing, half of it empty. Not thread-safe. */
final class LinesOfIds {
    private @Nullable String[] ids = new @Nullable String[1 << 10];
    private long[] lines = new long[1 << 10];
    private int count;

    /** Returns the line on which the identifier stood first; 0 where it stands for the first time, which is noted. */
    long putIfAbsent(String id, long line) {
        int at = find(ids, id);
        if (ids[at] != null) {
            return lines[at];
        }
        ids[at] = id;
        lines[at] = line;
        count++;
        if (2 * count > ids.length) {
            grow();
        }
        return 0;
    }

    private static int find(@Nullable String[] ids, String id) {
        int hash = id.hashCode() * 0x9E3779B9;
        int at = (hash ^ (hash >>> 16)) & (ids.length - 1);
        while (ids[at] != null && !id.equals(ids[at])) {
            at = (at + 1) & (ids.length - 1);
        }
        return at;
    }

    private void grow() {
        @Nullable String[] old = ids;
        long[] oldLines = lines;
        ids = new @Nullable String[2 * old.length];
        lines = new long[2 * old.length];
        for (int i = 0; i < old.length; i++) {
            String id = old[i];
            if (id != null) {
                int at = find(ids, id);
                ids[at] = id;
                lines[at] = oldLines[i];
            }
        }
    }
}
