package io.salesops.quote.document;

import com.google.common.collect.ImmutableList;
import io.salesops.core.time.DateRange;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Finds what does not fit together in a contract: days, lines, and amendments of lines that are not there. */
final class ContractCheck {
    private final Contract contract;
    private final Set<LineId> known = new HashSet<>();
    private final Set<LineId> cancelled = new HashSet<>();
    private final ImmutableList.Builder<String> faults = ImmutableList.builder();

    private ContractCheck(Contract contract) {
        this.contract = contract;
    }

    static ImmutableList<String> faults(Contract contract) {
        ContractCheck check = new ContractCheck(contract);
        check.days();
        check.lines();
        check.amendments();
        return check.faults.build();
    }

    private void days() {
        if (contract.effective().from().isEmpty() || contract.effective().isEmpty()) {
            faults.add("contract " + contract.id() + " must have a first day: " + contract.effective());
        }
    }

    private void lines() {
        if (contract.lines().isEmpty()) {
            faults.add("contract " + contract.id() + " must have a line");
        }
        contract.lines().forEach(line -> line(line, "contract " + contract.id()));
    }

    private void line(QuoteLine line, String of) {
        boolean isThere = !known.add(line.id()) && !cancelled.remove(line.id());
        if (isThere) {
            faults.add("line " + line.id() + " of " + of + " is there already");
        }
        DateRange days = DateRange.of(line.term().from(), line.term().before());
        if (!contract.effective().intersection(days).equals(Optional.of(days))) {
            faults.add("line " + line.id() + " of " + of + " must lie within the days of the contract, "
                    + contract.effective() + ": " + line.term());
        }
    }

    private void amendments() {
        Set<AmendmentId> ids = new HashSet<>();
        for (Amendment amendment : contract.amendments()) {
            String name = "amendment " + amendment.id();
            if (!ids.add(amendment.id())) {
                faults.add(name + " of contract " + contract.id() + " is there already");
            }
            if (!contract.effective().contains(amendment.effectiveFrom())) {
                faults.add(name + " must hold from a day of the contract, " + contract.effective() + ": "
                        + amendment.effectiveFrom());
            }
            amendment.quantities().keySet().forEach(line -> mustBeKnown(line, name));
            amendment.cancel().forEach(line -> mustBeKnown(line, name));
            amendment.add().forEach(line -> line(line, name));
            cancelled.addAll(amendment.cancel());
        }
    }

    /** A line may be changed although it is cancelled: for the days before the end. */
    private void mustBeKnown(LineId line, String of) {
        if (!known.contains(line)) {
            faults.add(of + " names line " + line + ", which contract " + contract.id() + " does not have");
        }
    }
}
