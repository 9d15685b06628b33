package io.salesops.commission.ledger;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.EnumNamingStrategies;
import com.fasterxml.jackson.databind.annotation.EnumNaming;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.commission.plan.PayeeId;
import io.salesops.commission.plan.PlanId;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.By;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.FiscalPeriod;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.money.MonetaryAmount;
import org.immutables.value.Value;

/**
 * One posting, keyed to payee, component, source and the period it comes from. It is never changed: what was posted wrongly
 * is posted again in reverse. Immutable and thread-safe.
 */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = LedgerEntry.Builder.class)
public interface LedgerEntry extends WithLedgerEntry {

    /** The identity. */
    Field<LedgerEntry, LedgerEntryId> ID =
            Field.of(LedgerEntry.class, "id", LedgerEntryId.class, entry -> Optional.of(entry.id()));

    /** What is posted. */
    Field<LedgerEntry, Kind> KIND = Field.of(LedgerEntry.class, "kind", Kind.class, entry -> Optional.of(entry.kind()));

    /** To whom. */
    Field<LedgerEntry, PayeeId> PAYEE =
            Field.of(LedgerEntry.class, "payee", PayeeId.class, entry -> Optional.of(entry.payee()));

    /** The part of the plan. */
    Field<LedgerEntry, String> COMPONENT =
            Field.of(LedgerEntry.class, "component", String.class, entry -> Optional.of(entry.component()));

    /** The deal, invoice or payment. */
    Field<LedgerEntry, String> SOURCE =
            Field.of(LedgerEntry.class, "source", String.class, entry -> Optional.of(entry.source()));

    /** The period it comes from; ordered by first day. */
    Field<LedgerEntry, FiscalPeriod> ORIGIN =
            Field.of(LedgerEntry.class, "origin", FiscalPeriod.class, entry -> Optional.of(entry.origin()));

    /** The period it is posted in; ordered by first day. */
    Field<LedgerEntry, FiscalPeriod> POSTED_IN =
            Field.of(LedgerEntry.class, "postedIn", FiscalPeriod.class, entry -> Optional.of(entry.postedIn()));

    /** How much. */
    Field<LedgerEntry, MonetaryAmount> AMOUNT =
            Field.of(LedgerEntry.class, "amount", MonetaryAmount.class, entry -> Optional.of(entry.amount()));

    /** The plan under which it was earned; absent where it belongs to none. */
    Field<LedgerEntry, PlanId> PLAN = Field.of(LedgerEntry.class, "plan", PlanId.class, LedgerEntry::plan);

    /** The run that posted it. */
    Field<LedgerEntry, String> RUN = Field.of(LedgerEntry.class, "run", String.class, LedgerEntry::run);

    /** The posting's identity. */
    LedgerEntryId id();

    /** What is posted. */
    Kind kind();

    /** To whom it is posted. */
    PayeeId payee();

    /** The rule of the plan it belongs to, or what else it is for. */
    String component();

    /** The deal, invoice or payment it goes back to, as its system calls it. */
    String source();

    /** The period whose figures it belongs to. */
    FiscalPeriod origin();

    /** The period it is posted in: the origin, or a later one where the origin was closed. */
    FiscalPeriod postedIn();

    /** How much is posted: what it adds to what the payee is owed, or takes from it; see {@link Kind}. */
    MonetaryAmount amount();

    /** The plan under which it was earned; absent where it belongs to none. */
    Optional<PlanId> plan();

    /** The run that posted it; with a plan, later runs of the plan may take it back. Absent where a person posted it. */
    Optional<String> run();

    /** Why, in the words of the person who posted it. */
    Optional<String> reason();

    /** Who posted it and when. */
    By by();

    /**
     * What is posted. Amounts are signed by what they do to the balance that the payee is owed: earnings, advances and
     * releases add to it, recoveries, clawbacks, reserves and payouts take from it. A forgiveness is negative and takes
     * from what the payee owes; accruals concern the books of the company only.
     */
    @EnumNaming(EnumNamingStrategies.LowerCamelCaseStrategy.class)
    enum Kind {
        /** Commission that was earned. */
        EARNING,
        /** A correction by people; runs post changes of earnings as earnings, and leave corrections alone. */
        ADJUSTMENT,
        /** A bonus or SPIFF, or what a guarantee adds. */
        BONUS,
        /** A draw that is paid ahead of earnings. */
        DRAW_ADVANCE,
        /** A draw that earnings pay back. */
        RECOVERY,
        /** A draw that need not be paid back. */
        FORGIVENESS,
        /** Commission that is taken back. */
        CLAWBACK,
        /** Commission that is held back. */
        RESERVE,
        /** Commission that is no longer held back. */
        RELEASE,
        /** Money that was paid out. */
        PAYOUT,
        /** An expense that is recognised before it is paid. */
        ACCRUAL,
        /** An accrual that is taken back. */
        REVERSAL
    }

    /** The fields that conditions on postings may name. */
    static Fields<LedgerEntry> fields() {
        return Fields.of(
                LedgerEntry.class, List.of(ID, KIND, PAYEE, COMPONENT, SOURCE, ORIGIN, POSTED_IN, AMOUNT, PLAN, RUN));
    }

    /** Starts a posting. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that component and source carry text, and that nothing is posted before its origin; all at once. */
    @Value.Check
    default void check() {
        List<String> faults = new ArrayList<>();
        if (component().isBlank()) {
            faults.add("component of ledger entry " + id() + " must not be blank: '" + component() + "'");
        }
        if (source().isBlank()) {
            faults.add("source of ledger entry " + id() + " must not be blank: '" + source() + "'");
        }
        if (postedIn().from().isBefore(origin().from())) {
            faults.add("ledger entry " + id() + " must not be posted before its origin: posted in " + postedIn()
                    + ", origin " + origin());
        }
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds postings. */
    final class Builder extends ImmutableLedgerEntry.Builder {
        Builder() {}
    }
}
