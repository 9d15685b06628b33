package io.salesops.quote.document;

import static com.google.common.base.Preconditions.checkArgument;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.google.common.collect.ImmutableList;
import io.salesops.core.criteria.Field;
import io.salesops.core.criteria.Fields;
import io.salesops.core.crm.AccountId;
import io.salesops.core.json.Document;
import io.salesops.core.json.DocumentSchema;
import io.salesops.core.style.SalesOpsStyle;
import io.salesops.core.time.DateRange;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.money.CurrencyUnit;
import org.immutables.value.Value;

/** What was signed, and every amendment since: the document {@code salesops/contract/1}. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@Document(kind = "contract", version = 1)
@JsonDeserialize(builder = Contract.Builder.class)
public interface Contract extends WithContract {

    /** The identity. */
    Field<Contract, ContractId> ID =
            Field.of(Contract.class, "id", ContractId.class, contract -> Optional.of(contract.id()));

    /** The customer. */
    Field<Contract, AccountId> ACCOUNT =
            Field.of(Contract.class, "account", AccountId.class, contract -> Optional.of(contract.account()));

    /** The currency. */
    Field<Contract, CurrencyUnit> CURRENCY =
            Field.of(Contract.class, "currency", CurrencyUnit.class, contract -> Optional.of(contract.currency()));

    /** The first day. */
    Field<Contract, LocalDate> FROM = Field.of(
            Contract.class,
            "from",
            LocalDate.class,
            contract -> contract.effective().from());

    /** The first day after it. */
    Field<Contract, LocalDate> BEFORE = Field.of(
            Contract.class,
            "before",
            LocalDate.class,
            contract -> contract.effective().before());

    /** The kind and version of the document. */
    @Value.Default
    default String schema() {
        return DocumentSchema.of(Contract.class);
    }

    /** The contract's identity. */
    ContractId id();

    /** The customer. */
    AccountId account();

    /** The currency in which the customer pays. */
    CurrencyUnit currency();

    /** The days of the contract; it has a first one, and no last one where it runs until somebody ends it. */
    DateRange effective();

    /** What was signed at first: at least one line, each within the days of the contract. */
    ImmutableList<QuoteLine> lines();

    /** What was agreed since, in the order of agreement; the days from which it holds may come in another order. */
    ImmutableList<Amendment> amendments();

    /** The fields that conditions on contracts may name. */
    static Fields<Contract> fields() {
        return Fields.of(Contract.class, List.of(ID, ACCOUNT, CURRENCY, FROM, BEFORE));
    }

    /** Starts a contract. */
    static Builder builder() {
        return new Builder();
    }

    /** Checks that days, lines and amendments fit together; what does not is named all at once. */
    @Value.Check
    default void check() {
        ImmutableList<String> faults = ContractCheck.faults(this);
        checkArgument(faults.isEmpty(), "%s", String.join("; ", faults));
    }

    /** Builds contracts. */
    final class Builder extends ImmutableContract.Builder {
        Builder() {}
    }
}
