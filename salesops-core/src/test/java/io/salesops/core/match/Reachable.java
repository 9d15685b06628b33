package io.salesops.core.match;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;

/** The texts that can be reached from an object by its fields. */
final class Reachable {
    private Reachable() {}

    /** All texts in fields of this library's objects, and in arrays and collections of them. */
    static Set<String> texts(Object root) {
        Set<String> texts = new TreeSet<>();
        Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Object> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            Object next = open.remove();
            if (!seen.add(next)) {
                continue;
            }
            if (next instanceof String text) {
                texts.add(text);
            } else if (next instanceof Iterable<?> all) {
                all.forEach(open::add);
            } else if (next instanceof Object[]) {
                for (int i = 0; i < Array.getLength(next); i++) {
                    addTo(open, Array.get(next, i));
                }
            } else if (next instanceof AtomicReference<?> reference) {
                addTo(open, reference.get());
            } else if (isOurs(next.getClass())) {
                fields(next, open);
            }
        }
        return texts;
    }

    private static boolean isOurs(Class<?> type) {
        return type.getName().startsWith("io.salesops.");
    }

    private static void fields(Object of, Deque<Object> open) {
        for (Class<?> type = of.getClass(); type != null && isOurs(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    field.setAccessible(true);
                    try {
                        addTo(open, field.get(of));
                    } catch (IllegalAccessException e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
        }
    }

    private static void addTo(Deque<Object> open, @org.jspecify.annotations.Nullable Object value) {
        if (value != null) {
            open.add(value);
        }
    }
}
