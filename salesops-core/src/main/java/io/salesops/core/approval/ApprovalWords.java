package io.salesops.core.approval;

import java.util.Locale;

/** The words in which approvals are explained. */
final class ApprovalWords {
    private ApprovalWords() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    static String of(ApprovalDecision decision) {
        return decision.by().who() + " " + of(decision.verdict()) + "s"
                + decision.onBehalfOf().map(other -> " for " + other).orElse("") + " "
                + decision.by().at();
    }
}
