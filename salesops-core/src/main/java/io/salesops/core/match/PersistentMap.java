package io.salesops.core.match;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A map that never changes: a write returns a new map that shares all but the path to the entry. A hash array mapped trie
 * (P. Bagwell, Ideal Hash Trees, 2001) with entries and branches apart in each node (M. Steindorfer and J. Vinju, 2015);
 * reads and writes cost the logarithm of the size to base 32. Immutable and thread-safe, but for an {@link Editor}'s.
 *
 * @param <K> the key
 * @param <V> the value; not null
 */
final class PersistentMap<K, V> {
    private static final int BITS = 5;
    private static final int MASK = (1 << BITS) - 1;
    private static final int HASH_BITS = 32;
    private static final PersistentMap<?, ?> EMPTY = new PersistentMap<>(new Node(null, 0, 0, new Object[0]), 0);

    private final Node root;
    private final int size;

    private PersistentMap(Node root, int size) {
        this.root = root;
        this.size = size;
    }

    @SuppressWarnings("unchecked") // a map without entries has no type of entries
    static <K, V> PersistentMap<K, V> empty() {
        return (PersistentMap<K, V>) EMPTY;
    }

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only values of this type are put
    @Nullable
    V get(K key) {
        return (V) root.get(hash(key), 0, key);
    }

    PersistentMap<K, V> with(K key, V value) {
        Node changed = root.with(null, hash(key), 0, key, value);
        return new PersistentMap<>(changed, root.get(hash(key), 0, key) == null ? size + 1 : size);
    }

    PersistentMap<K, V> without(K key) {
        if (root.get(hash(key), 0, key) == null) {
            return this;
        }
        Node changed = root.without(hash(key), 0, key);
        return changed == null ? empty() : new PersistentMap<>(changed, size - 1);
    }

    /** Passes every entry; the order says nothing. */
    @SuppressWarnings("unchecked") // only entries of these types are put
    void forEach(BiConsumer<K, V> entries) {
        root.forEach((key, value) -> entries.accept((K) key, (V) value));
    }

    /** Starts a map of many entries. */
    static <K, V> Editor<K, V> editor() {
        return new Editor<>();
    }

    /** Puts entries in place, in nodes that no map has yet. Not thread-safe. */
    static final class Editor<K, V> {
        private Object owner = new Object();
        private Node root = EMPTY.root;
        private int size;

        @SuppressWarnings("unchecked") // only values of this type are put
        @Nullable
        V get(K key) {
            return (V) root.get(hash(key), 0, key);
        }

        void put(K key, V value) {
            int hash = hash(key);
            size += root.get(hash, 0, key) == null ? 1 : 0;
            root = root.with(owner, hash, 0, key, value);
        }

        /** The map; the editor starts anew nodes after that. */
        PersistentMap<K, V> done() {
            owner = new Object();
            return new PersistentMap<>(root, size);
        }
    }

    /** Of texts by all characters, so that it takes work to find texts that share it. */
    private static int hash(Object key) {
        if (!(key instanceof String text)) {
            return mixed(key.hashCode());
        }
        long hash = text.length();
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x9E3779B97F4A7C15L;
            hash ^= hash >>> 29;
        }
        return mixed(Long.hashCode(hash));
    }

    private static int mixed(int hash) {
        int mixed = (hash ^ (hash >>> 16)) * 0x85EBCA6B;
        return mixed ^ (mixed >>> 13);
    }

    /** Entries by the bits of {@code entries}, branches by those of {@code branches}; at the end of the hash, a list. */
    private static final class Node {
        private final @Nullable Object owner;
        private int entries;
        private int branches;
        /** Keys and values in turn, then branches from the end. */
        private @Nullable Object[] content;

        Node(@Nullable Object owner, int entries, int branches, @Nullable Object[] content) {
            this.owner = owner;
            this.entries = entries;
            this.branches = branches;
            this.content = content;
        }

        private int entryAt(int bit) {
            return 2 * Integer.bitCount(entries & (bit - 1));
        }

        private int branchAt(int bit) {
            return content.length - 1 - Integer.bitCount(branches & (bit - 1));
        }

        private Node branch(int at) {
            return java.util.Objects.requireNonNull((Node) content[at]);
        }

        private static int bit(int hash, int shift) {
            return 1 << ((hash >>> shift) & MASK);
        }

        @Nullable
        Object get(int hash, int shift, Object key) {
            Node node = this;
            for (int at = shift; at < HASH_BITS; at += BITS) {
                int bit = bit(hash, at);
                if ((node.entries & bit) != 0) {
                    int entry = node.entryAt(bit);
                    return key.equals(node.content[entry]) ? node.content[entry + 1] : null;
                }
                if ((node.branches & bit) == 0) {
                    return null;
                }
                node = node.branch(node.branchAt(bit));
            }
            int entry = node.listed(key);
            return entry < 0 ? null : node.content[entry + 1];
        }

        private int listed(Object key) {
            for (int entry = 0; entry < content.length; entry += 2) {
                if (key.equals(content[entry])) {
                    return entry;
                }
            }
            return -1;
        }

        Node with(@Nullable Object by, int hash, int shift, Object key, Object value) {
            if (shift >= HASH_BITS) {
                int listed = listed(key);
                return listed >= 0
                        ? set(by, listed + 1, value)
                        : changed(by, 0, 0, inserted(content.length, key, value));
            }
            int bit = bit(hash, shift);
            if ((branches & bit) != 0) {
                int at = branchAt(bit);
                Node below = branch(at);
                Node changed = below.with(by, hash, shift + BITS, key, value);
                return changed == below ? this : set(by, at, changed);
            }
            int entry = entryAt(bit);
            if ((entries & bit) == 0) {
                return changed(by, entries | bit, branches, inserted(entry, key, value));
            }
            Object there = java.util.Objects.requireNonNull(content[entry]);
            if (there.equals(key)) {
                return set(by, entry + 1, value);
            }
            Node below = new Node(by, 0, 0, new Object[0])
                    .with(by, hash(there), shift + BITS, there, java.util.Objects.requireNonNull(content[entry + 1]))
                    .with(by, hash, shift + BITS, key, value);
            @Nullable Object[] room = new @Nullable Object[content.length - 1];
            int after = branchAt(bit) - 1;
            System.arraycopy(content, 0, room, 0, entry);
            System.arraycopy(content, entry + 2, room, entry, after - entry);
            room[after] = below;
            System.arraycopy(content, after + 2, room, after + 1, content.length - after - 2);
            return changed(by, entries & ~bit, branches | bit, room);
        }

        /** Null where nothing is left. */
        @Nullable
        Node without(int hash, int shift, Object key) {
            if (shift >= HASH_BITS) {
                return content.length == 2 ? null : new Node(null, 0, 0, removed(listed(key), 2));
            }
            int bit = bit(hash, shift);
            if ((entries & bit) != 0) {
                return content.length == 2 ? null : new Node(null, entries & ~bit, branches, removed(entryAt(bit), 2));
            }
            int at = branchAt(bit);
            Node below = branch(at).without(hash, shift + BITS, key);
            if (below != null) {
                return set(null, at, below);
            }
            return content.length == 1 ? null : new Node(null, entries, branches & ~bit, removed(at, 1));
        }

        private Node set(@Nullable Object by, int at, Object value) {
            if (by != null && by == owner) {
                content[at] = value;
                return this;
            }
            @Nullable Object[] copy = content.clone();
            copy[at] = value;
            return new Node(by, entries, branches, copy);
        }

        private Node changed(@Nullable Object by, int newEntries, int newBranches, @Nullable Object[] room) {
            if (by != null && by == owner) {
                entries = newEntries;
                branches = newBranches;
                content = room;
                return this;
            }
            return new Node(by, newEntries, newBranches, room);
        }

        private @Nullable Object[] inserted(int at, Object key, Object value) {
            @Nullable Object[] room = Arrays.copyOf(content, content.length + 2);
            System.arraycopy(content, at, room, at + 2, content.length - at);
            room[at] = key;
            room[at + 1] = value;
            return room;
        }

        private @Nullable Object[] removed(int at, int count) {
            @Nullable Object[] room = Arrays.copyOf(content, content.length - count);
            System.arraycopy(content, at + count, room, at, content.length - at - count);
            return room;
        }

        void forEach(BiConsumer<Object, Object> sink) {
            int inline = branches == 0 ? content.length : 2 * Integer.bitCount(entries);
            for (int entry = 0; entry < inline; entry += 2) {
                sink.accept(
                        java.util.Objects.requireNonNull(content[entry]),
                        java.util.Objects.requireNonNull(content[entry + 1]));
            }
            for (int at = inline; at < content.length; at++) {
                branch(at).forEach(sink);
            }
        }
    }
}
