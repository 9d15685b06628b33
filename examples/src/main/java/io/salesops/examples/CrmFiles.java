package io.salesops.examples;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.salesops.core.io.CrmMapping;
import io.salesops.core.style.SalesOpsStyle;
import java.util.Optional;
import org.immutables.value.Value;

/** The files of a CRM by what they hold; an absent one is not there. Immutable and thread-safe. */
@Value.Immutable
@SalesOpsStyle
@JsonDeserialize(builder = CrmFiles.Builder.class)
public interface CrmFiles extends WithCrmFiles {

    /** Companies. */
    Optional<MappedFile> accounts();

    /** People at companies. */
    Optional<MappedFile> contacts();

    /** People and companies that showed interest. */
    Optional<MappedFile> leads();

    /** Possible sales. */
    Optional<MappedFile> opportunities();

    /** Things that are sold. */
    Optional<MappedFile> products();

    /** People who sell. */
    Optional<MappedFile> reps();

    /**
     * A file and how to read it.
     *
     * @param file its name in the folder
     * @param mapping which column becomes which field
     */
    record MappedFile(String file, CrmMapping mapping) {}

    /** Starts a set of files. */
    static Builder builder() {
        return new Builder();
    }

    /** Builds sets of files. */
    final class Builder extends ImmutableCrmFiles.Builder {
        Builder() {}
    }
}
