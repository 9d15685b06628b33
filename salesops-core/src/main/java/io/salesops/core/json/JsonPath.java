package io.salesops.core.json;

import org.jspecify.annotations.Nullable;

/** A JSON pointer (RFC 6901) that grows downwards; its text is made only where a finding needs it. */
record JsonPath(@Nullable JsonPath above, String name) {
    static final JsonPath ROOT = new JsonPath(null, "");

    JsonPath to(String child) {
        return new JsonPath(this, child);
    }

    JsonPath to(int index) {
        return new JsonPath(this, Integer.toString(index));
    }

    /** The pointer as text, for example {@code /rules/0/a~1b}; empty for the whole. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (JsonPath path = this; path.above != null; path = path.above) {
            text.insert(0, "/" + path.name.replace("~", "~0").replace("/", "~1"));
        }
        return text.toString();
    }
}
