package io.salesops.core.text;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.util.Collection;
import java.util.Locale;

/**
 * The lists by which names and addresses are normalised and compared: short forms of first names, legal forms of companies,
 * titles of persons, and hosts of free mail. A user adds his own to those that ship. Immutable and thread-safe.
 */
public final class ReferenceLists {
    private static final ReferenceLists STANDARD = new ReferenceLists(
            Nicknames.standard(),
            ImmutableSet.of(),
            ImmutableSet.copyOf(TextResource.lines("titles.txt")),
            ImmutableSet.copyOf(TextResource.lines("free-mail.txt")),
            ImmutableList.of());

    private final Nicknames nicknames;
    private final ImmutableSet<ImmutableList<String>> legalForms;
    private final ImmutableSet<String> titles;
    private final ImmutableSet<String> freeMail;
    private final ImmutableList<String> added;

    private ReferenceLists(
            Nicknames nicknames,
            ImmutableSet<ImmutableList<String>> legalForms,
            ImmutableSet<String> titles,
            ImmutableSet<String> freeMail,
            ImmutableList<String> added) {
        this.nicknames = nicknames;
        this.legalForms = legalForms;
        this.titles = titles;
        this.freeMail = freeMail;
        this.added = added;
    }

    /** The lists that ship. */
    public static ReferenceLists standard() {
        return STANDARD;
    }

    /** Returns these with first names: in each line a name and its short forms, parted by blanks. */
    public ReferenceLists addingNicknames(Collection<String> lines) {
        return new ReferenceLists(nicknames.adding(lines), legalForms, titles, freeMail, added("nickname", lines));
    }

    /** Returns these with legal forms that stand behind a company's name, as they are written. */
    public ReferenceLists addingLegalForms(Collection<String> forms) {
        ImmutableSet.Builder<ImmutableList<String>> all = ImmutableSet.builder();
        all.addAll(legalForms);
        forms.stream().map(LegalForms::words).filter(words -> !words.isEmpty()).forEach(all::add);
        return new ReferenceLists(nicknames, all.build(), titles, freeMail, added("legalForm", forms));
    }

    /** Returns these with titles of persons, each one word. */
    public ReferenceLists addingTitles(Collection<String> more) {
        ImmutableSet.Builder<String> all = ImmutableSet.builder();
        all.addAll(titles);
        more.stream().map(Folding::foldAbbreviations).forEach(all::add);
        return new ReferenceLists(nicknames, legalForms, all.build(), freeMail, added("title", more));
    }

    /** Returns these with hosts at which anybody gets an e-mail address. */
    public ReferenceLists addingFreeMail(Collection<String> hosts) {
        ImmutableSet.Builder<String> all = ImmutableSet.builder();
        all.addAll(freeMail);
        hosts.stream().map(host -> host.strip().toLowerCase(Locale.ROOT)).forEach(all::add);
        return new ReferenceLists(nicknames, legalForms, titles, all.build(), added("freeMail", hosts));
    }

    private ImmutableList<String> added(String list, Collection<String> entries) {
        ImmutableList.Builder<String> all = ImmutableList.builder();
        all.addAll(added);
        entries.forEach(entry -> all.add(list + ": " + entry));
        return all.build();
    }

    /** What was added to the lists that ship, each entry with its list: for provenance. */
    public ImmutableList<String> added() {
        return added;
    }

    /** Short forms of first names. */
    public Nicknames nicknames() {
        return nicknames;
    }

    /** The folded words of legal forms that were added. */
    ImmutableSet<ImmutableList<String>> legalForms() {
        return legalForms;
    }

    /** Folded titles. */
    ImmutableSet<String> titles() {
        return titles;
    }

    /** Hosts in lower case. */
    ImmutableSet<String> freeMail() {
        return freeMail;
    }
}
