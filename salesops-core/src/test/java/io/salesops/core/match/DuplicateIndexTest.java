package io.salesops.core.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.common.collect.ImmutableList;
import io.salesops.core.crm.Account;
import io.salesops.core.crm.AccountId;
import io.salesops.core.finding.Checked;
import io.salesops.core.finding.Finding;
import io.salesops.core.finding.FindingsException;
import io.salesops.core.finding.Omission;
import io.salesops.core.text.Normalizer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** An index under hostile input, damaged snapshots and many readers. */
class DuplicateIndexTest {
    private static final ImmutableList<ComparisonLevel> LEVELS = ImmutableList.of(
            new ComparisonLevel("exact", 0.8, 0.001),
            new ComparisonLevel("jaroWinkler>=0.9", 0.1, 0.009),
            new ComparisonLevel("otherwise", 0.1, 0.99));

    private static final MatchModel MODEL = MatchModel.builder()
            .id("accounts")
            .version("1")
            .priorMatches(0.001)
            .threshold(3)
            .refineAbove(40)
            .addComparisons(
                    FieldComparison.builder()
                            .column("name")
                            .addNormalize(Normalizer.TEXT)
                            .levels(LEVELS)
                            .build(),
                    FieldComparison.builder()
                            .column("website")
                            .addNormalize(Normalizer.DOMAIN)
                            .levels(LEVELS)
                            .build())
            .addBlocking(
                    BlockingRule.of("website"),
                    BlockingRule.of("rareWords(name)"),
                    BlockingRule.of("wordPrefixes(name,3)"))
            .build();

    private static Account account(String id, String name, String website) {
        return Account.builder()
                .id(AccountId.of(id))
                .name(name)
                .website(Optional.of(website).filter(text -> !text.isEmpty()))
                .build();
    }

    private static DuplicateIndex<Account, AccountId> index(MatchModel model, Iterable<Account> accounts) {
        return DuplicateIndex.of(model, RecordShape.ACCOUNT, accounts);
    }

    private static byte[] bytes(DuplicateIndex<Account, AccountId> index) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        index.writeTo(bytes);
        return bytes.toByteArray();
    }

    private static Checked<DuplicateIndex<Account, AccountId>> read(byte[] bytes) throws IOException {
        return DuplicateIndex.read(new ByteArrayInputStream(bytes), RecordShape.ACCOUNT, AccountId::of);
    }

    @Test
    void anEmptyIndexFindsNothing() {
        FoundDuplicates<AccountId> found = index(MODEL, List.of()).find(account("A-1", "Acme", "acme.com"));
        assertThat(found.isEmpty()).isTrue();
        assertThat(found.best()).isEmpty();
        assertThat(found.explain()).isNotNull();
    }

    @Test
    void unknownIdsChangeNothing() throws IOException {
        DuplicateIndex<Account, AccountId> index = index(MODEL, List.of(account("A-1", "Acme", "acme.com")));
        byte[] before = bytes(index);
        assertThat(index.remove(AccountId.of("A-2"))).isFalse();
        assertThat(index.update(account("A-2", "Acme", "acme.com"))).isFalse();
        assertThat(index.add(account("A-1", "Globex", "globex.de"))).isFalse();
        assertThat(index.contains(AccountId.of("A-2"))).isFalse();
        assertThat(bytes(index)).isEqualTo(before);
    }

    @Test
    void anUnsoundModelIsRefused() {
        assertThatThrownBy(() -> index(MODEL.withPriorMatches(0), List.of())).isInstanceOf(FindingsException.class);
        Account one = account("A-1", "Acme", "");
        assertThatThrownBy(() -> index(MODEL, List.of(one, one))).isInstanceOf(FindingsException.class);
    }

    @Test
    void aTextOfAMegabyteIsComparedByItsStart() {
        String name = "acme ".repeat(1 << 18);
        DuplicateIndex<Account, AccountId> index = index(MODEL, List.of(account("A-1", name, "acme.com")));
        FoundDuplicates<AccountId> found = index.find(account("A-2", name + "x", "www.acme.com"));
        assertThat(found.ids()).containsExactly(AccountId.of("A-1"));
        assertThat(found.findings()).extracting(Finding::code).contains("match.text.cut");
    }

    @Test
    void aRecordWithoutTextsIsComparedWithNoneAndSaysSo() {
        DuplicateIndex<Account, AccountId> index =
                index(MODEL, List.of(account("A-1", "---", ""), account("A-2", "n/a", "")));
        FoundDuplicates<AccountId> found = index.find(account("A-3", "?", ""));
        assertThat(found.isEmpty()).isTrue();
        assertThat(found.omitted()).containsExactly(Omission.of("records without a blocking key", List.of("A-3"), 5));
    }

    @Test
    void aColumnThatTheRecordsLackIsAFinding() {
        MatchModel model = MODEL.withComparisons(
                        MODEL.comparisons().get(0), MODEL.comparisons().get(1).withColumn("web"))
                .withBlocking(BlockingRule.of("name"));
        assertThat(index(model, List.of()).find(account("A-1", "Acme", "")).findings())
                .extracting(Finding::code)
                .containsExactly("match.column.missing");
    }

    @Test
    void hundredThousandEqualRecordsGiveABoundedAnswerThatSaysWhatItLeavesOut() {
        ImmutableList<Account> accounts = IntStream.range(0, 100_000)
                .mapToObj(number -> account("A-" + (1_000_000 + number), "Acme", "acme.com"))
                .collect(ImmutableList.toImmutableList());
        FoundDuplicates<AccountId> found =
                index(MODEL.withRefineAbove(0), accounts).find(account("B", "Acme", "acme.com"));
        assertThat(found.comparedRecords()).isEqualTo(DuplicateIndex.MOST_COMPARED);
        assertThat(found.ids()).hasSize(DuplicateIndex.MOST_COMPARED).startsWith(AccountId.of("A-1000000"));
        assertThat(found.omitted()).extracting(Omission::count).containsExactly(90_000L);

        FoundDuplicates<AccountId> cut = index(MODEL, accounts).find(account("B", "Acme", "acme.com"));
        assertThat(cut.ids()).isEqualTo(found.ids());
        assertThat(cut.omitted()).extracting(Omission::count).containsExactly(2L, 90_000L);
        assertThat(cut.best().orElseThrow().explain()).contains("equal in all that is compared");
        assertThat(cut.explain()).contains("are equal in all that is compared");
    }

    /** Two keys keep these records in blocks of their own; the batch joins them nevertheless, and so does a look-up. */
    @Test
    void equalRecordsAreFoundWhateverBlocksTheyShare() {
        MatchModel byStreet = MODEL.withBlocking(BlockingRule.of("street"));
        ImmutableList<Account> accounts = ImmutableList.of(
                account("A-1", "Acme Inc.", "www.acme.com"),
                account("A-2", "Acme, Inc", "https://acme.com"),
                account("A-3", "Acme Holding", "acme.com"));
        Duplicates<AccountId> batch = Deduplicator.of(byStreet).dedupe(Records.accounts(accounts));
        DuplicateIndex<Account, AccountId> index = index(byStreet, accounts);
        assertThat(batch.clusters()).containsExactly(Cluster.of(AccountId.of("A-1"), AccountId.of("A-2")));
        assertThat(index.find(accounts.get(0)).ids()).containsExactly(AccountId.of("A-2"));
        assertThat(index.find(accounts.get(0)).matches()).isEqualTo(batch.matches());
        index.remove(AccountId.of("A-2"));
        assertThat(index.find(accounts.get(0)).isEmpty()).isTrue();
        index.add(accounts.get(1));
        assertThat(index.find(accounts.get(0)).ids()).containsExactly(AccountId.of("A-2"));
    }

    @Test
    void nothingOfAForgottenRecordStays() throws IOException {
        DuplicateIndex<Account, AccountId> index = index(MODEL, List.of(account("A-1", "Acme", "acme.com")));
        byte[] before = bytes(index);
        index.add(account("A-2", "Featherstonehaugh Trading", "featherstonehaugh.com"));
        assertThat(new String(bytes(index), StandardCharsets.ISO_8859_1)).contains("Featherstonehaugh");
        index.update(account("A-2", "Featherstonehaugh", "acme.com"));
        index.remove(AccountId.of("A-2"));
        assertThat(bytes(index)).isEqualTo(before);
        assertThat(Reachable.texts(index))
                .noneMatch(text -> text.toLowerCase(java.util.Locale.ROOT).contains("feather"));
        assertThat(Reachable.texts(index)).anyMatch(text -> text.contains("Acme"));
    }

    @Test
    void everyTextComesBackFromASnapshot() throws IOException {
        String name = "Ac\uD800me \u00E9\u4E2D\uD83D\uDE00 " + "x".repeat(300);
        DuplicateIndex<Account, AccountId> index = index(MODEL, List.of(account("A-1", name, "acme.com")));
        DuplicateIndex<Account, AccountId> read = read(bytes(index)).orThrow();
        assertThat(bytes(read)).isEqualTo(bytes(index));
        Account other = account("A-2", name, "acme.com");
        assertThat(read.find(other).matches())
                .isEqualTo(index.find(other).matches())
                .hasSize(1);
    }

    @Test
    void otherBytesAreRefused() throws IOException {
        byte[] bytes = bytes(index(MODEL, List.of(account("A-1", "Acme", ""))));
        assertThat(codes(read(new byte[0]))).containsExactly("match.snapshot.foreign");
        assertThat(codes(read("PK other file".getBytes(StandardCharsets.US_ASCII))))
                .containsExactly("match.snapshot.foreign");
        byte[] newer = bytes.clone();
        newer["salesops-index\n".length()] = 2;
        assertThat(codes(read(newer))).containsExactly("match.snapshot.version");
        assertThat(codes(read(java.util.Arrays.copyOf(bytes, bytes.length / 2))))
                .containsExactly("match.snapshot.damaged");
        RecordShape<Account, AccountId> changed =
                new RecordShape<>("account", "99", Account::id, RecordShape.ACCOUNT.columns());
        assertThat(codes(DuplicateIndex.read(new ByteArrayInputStream(bytes), changed, AccountId::of)))
                .containsExactly("match.snapshot.shape");
        assertThat(codes(DuplicateIndex.read(new ByteArrayInputStream(bytes), RecordShape.ACCOUNT, id -> {
                    throw new IllegalArgumentException("no id: " + id);
                })))
                .containsExactly("match.snapshot.id");
    }

    private static List<String> codes(Checked<?> checked) {
        assertThat(checked.value()).isEmpty();
        return checked.findings().stream().map(Finding::code).toList();
    }

    /** A writer moves one record between two states; every answer is one of the two, and both are seen in the end. */
    @Test
    void readersSeeTheIndexBeforeOrAfterAChange() throws InterruptedException {
        List<Account> accounts = new ArrayList<>();
        IntStream.range(0, 300)
                .forEach(number ->
                        accounts.add(account("A-" + number, "Acme " + number, "site" + number % 90 + ".com")));
        DuplicateIndex<Account, AccountId> index = index(MODEL, accounts);
        Account moving = account("A-7", "Acme 7", "site7.com");
        Account moved = account("A-7", "Globex 11", "site11.com");
        Account asked = account("B", "Acme 7", "site7.com");
        String before = index.find(asked).matches().toString();
        index.update(moved);
        String after = index.find(asked).matches().toString();
        assertThat(after).isNotEqualTo(before);
        AtomicBoolean isDone = new AtomicBoolean();
        ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
        List<Thread> readers = IntStream.range(0, 2)
                .mapToObj(reader -> new Thread(() -> {
                    while (!isDone.get()) {
                        String seen = index.find(asked).matches().toString();
                        if (!Set.of(before, after).contains(seen)) {
                            wrong.add(seen);
                        }
                    }
                }))
                .toList();
        readers.forEach(Thread::start);
        for (int change = 0; change < 400; change++) {
            index.update(change % 2 == 0 ? moving : moved);
            assertThat(index.find(asked).matches().toString()).isEqualTo(change % 2 == 0 ? before : after);
        }
        isDone.set(true);
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(wrong).isEmpty();
    }
}
