package io.salesops.core.explain;

/**
 * The rule that acted.
 *
 * @param document the definition's id, for example {@code "ae-2026"}
 * @param version the definition's version
 * @param path JSON pointer of the rule in the definition, for example {@code "/rules/0/tiers/1"}; empty for the whole
 */
public record RuleRef(String document, String version, String path) {

    @Override
    public String toString() {
        return document + " " + version + (path.isEmpty() ? "" : " " + path);
    }
}
