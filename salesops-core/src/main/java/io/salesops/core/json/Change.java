package io.salesops.core.json;

import java.util.Optional;

/**
 * A difference between two values as JSON.
 *
 * @param path JSON pointer of what differs
 * @param before its canonical text before; absent where it was not there
 * @param after its canonical text after; absent where it is not there any more
 */
public record Change(String path, Optional<String> before, Optional<String> after) {

    @Override
    public String toString() {
        return path + ": " + before.orElse("nothing") + " -> " + after.orElse("nothing");
    }
}
