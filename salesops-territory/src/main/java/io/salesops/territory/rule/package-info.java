/** Assignment rules as data: which accounts belong to which territory, and which rep works it. */
@org.jspecify.annotations.NullMarked
package io.salesops.territory.rule;
