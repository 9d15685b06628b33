package io.salesops.core.repository;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A sorted map that never changes: a write returns a new map that shares all but the path to the entry, so that a
 * snapshot costs nothing. Stores in memory are made of it. An AVL tree (Adelson-Velsky and Landis 1962); reads and writes
 * cost log n. Immutable and thread-safe.
 *
 * @param <K> the key
 * @param <V> the value; not null
 */
public final class SortedTree<K extends Comparable<K>, V> implements Iterable<SortedTree.Node<K, V>> {
    private final @Nullable Node<K, V> root;

    private SortedTree(@Nullable Node<K, V> root) {
        this.root = root;
    }

    /** Obtains a map without entries. */
    public static <K extends Comparable<K>, V> SortedTree<K, V> empty() {
        return new SortedTree<>(null);
    }

    /** Returns the value of a key; null if it has none. */
    public @Nullable V get(K key) {
        Node<K, V> node = root;
        while (node != null) {
            int order = key.compareTo(node.key);
            if (order == 0) {
                return node.value;
            }
            node = order < 0 ? node.left : node.right;
        }
        return null;
    }

    /** Returns this map with the value under the key, instead of what may be there. */
    public SortedTree<K, V> with(K key, V value) {
        return new SortedTree<>(put(root, key, value));
    }

    /** The entries in ascending order of their keys. */
    @Override
    public Iterator<Node<K, V>> iterator() {
        Walk<K, V> walk = new Walk<>();
        walk.descend(root);
        return walk;
    }

    /** Returns the entries whose keys are greater, in ascending order; to find the first of them costs log n. */
    public Iterable<Node<K, V>> after(K key) {
        return () -> {
            Walk<K, V> walk = new Walk<>();
            Node<K, V> node = root;
            while (node != null) {
                boolean isGreater = node.key.compareTo(key) > 0;
                if (isGreater) {
                    walk.open.push(node);
                }
                node = isGreater ? node.left : node.right;
            }
            return walk;
        };
    }

    private static <K extends Comparable<K>, V> Node<K, V> put(@Nullable Node<K, V> node, K key, V value) {
        if (node == null) {
            return new Node<>(key, value, null, null);
        }
        int order = key.compareTo(node.key);
        if (order == 0) {
            return new Node<>(key, value, node.left, node.right);
        }
        return order < 0
                ? balance(node, put(node.left, key, value), node.right)
                : balance(node, node.left, put(node.right, key, value));
    }

    /** Joins two trees whose heights differ by two at most, under the entry of {@code node}. */
    private static <K extends Comparable<K>, V> Node<K, V> balance(
            Node<K, V> node, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
        if (left != null && height(left) > height(right) + 1) {
            Node<K, V> middle = left.right;
            return middle != null && height(middle) > height(left.left)
                    ? new Node<>(
                            middle.key, middle.value, left.over(left.left, middle.left), node.over(middle.right, right))
                    : left.over(left.left, node.over(middle, right));
        }
        if (right != null && height(right) > height(left) + 1) {
            Node<K, V> middle = right.left;
            return middle != null && height(middle) > height(right.right)
                    ? new Node<>(
                            middle.key,
                            middle.value,
                            node.over(left, middle.left),
                            right.over(middle.right, right.right))
                    : right.over(node.over(left, middle), right.right);
        }
        return node.over(left, right);
    }

    private static int height(@Nullable Node<?, ?> node) {
        return node == null ? 0 : node.height;
    }

    /** The number of entries on the longest path from the root. */
    int height() {
        return height(root);
    }

    /** An entry, and the trees below it. */
    public static final class Node<K, V> {
        private final K key;
        private final V value;
        private final @Nullable Node<K, V> left;
        private final @Nullable Node<K, V> right;
        private final int height;

        private Node(K key, V value, @Nullable Node<K, V> left, @Nullable Node<K, V> right) {
            this.key = key;
            this.value = value;
            this.left = left;
            this.right = right;
            this.height = 1 + Math.max(SortedTree.height(left), SortedTree.height(right));
        }

        /** The key. */
        public K key() {
            return key;
        }

        /** The value. */
        public V value() {
            return value;
        }

        private Node<K, V> over(@Nullable Node<K, V> newLeft, @Nullable Node<K, V> newRight) {
            return new Node<>(key, value, newLeft, newRight);
        }
    }

    private static final class Walk<K, V> implements Iterator<Node<K, V>> {
        private final Deque<Node<K, V>> open = new ArrayDeque<>();

        private void descend(@Nullable Node<K, V> from) {
            for (Node<K, V> node = from; node != null; node = node.left) {
                open.push(node);
            }
        }

        @Override
        public boolean hasNext() {
            return !open.isEmpty();
        }

        @Override
        public Node<K, V> next() {
            if (open.isEmpty()) {
                throw new NoSuchElementException();
            }
            Node<K, V> node = open.pop();
            descend(node.right);
            return node;
        }
    }
}
