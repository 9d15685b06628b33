package io.salesops.benchmarks.io;

import io.salesops.core.io.CrmMapping;
import io.salesops.core.io.RecordKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;

/** A file of opportunities as a CRM exports it, with quotes, line ends in cells, and letters of other languages. */
final class DealFile {
    static final CrmMapping MAPPING = CrmMapping.builder()
            .id("deals")
            .version("1")
            .into(RecordKind.OPPORTUNITY)
            .putColumns("id", "id")
            .putColumns("name", "name")
            .putColumns("account", "account")
            .putColumns("owner", "owner")
            .putColumns("stage", "stage")
            .putColumns("amount", "amount")
            .putColumns("closeDate", "closeDate")
            .putColumns("createdAt", "createdAt")
            .putColumns("engagedOn", "engagedOn")
            .putColumns("product", "product")
            .putColumns("quantity", "quantity")
            .putColumns("description", "custom.description")
            .putColumns("segment", "custom.segment")
            .putColumns("campaign", "custom.campaign")
            .dates("yyyy-MM-dd")
            .currency("USD")
            .build();

    private static final String[] STAGES = {"Prospecting", "Qualified", "Proposal", "Negotiation", "Won", "Lost"};
    private static final String[] NAMES = {"Müller & Söhne", "Acme", "Ångström Labs", "Betasoloin", "Condax", "東京商事"};

    private DealFile() {}

    /** The bytes of a file of so many rows, in UTF-8. */
    static byte[] bytes(int rows) {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder(rows * 220);
        text.append(String.join(",", MAPPING.columns().keySet())).append("\r\n");
        for (int i = 0; i < rows; i++) {
            LocalDate engaged = LocalDate.of(2024, 1, 1).plusDays(random.nextInt(900));
            String name = NAMES[random.nextInt(NAMES.length)];
            text.append(String.format("006%012d", i))
                    .append(",\"")
                    .append(name)
                    .append(" - \"\"renewal\"\" ")
                    .append(i)
                    .append("\",001")
                    .append(random.nextInt(90_000))
                    .append(",005")
                    .append(random.nextInt(500))
                    .append(',')
                    .append(STAGES[random.nextInt(STAGES.length)])
                    .append(',')
                    .append(random.nextInt(1_000_000))
                    .append('.')
                    .append(10 + random.nextInt(90))
                    .append(',')
                    .append(engaged.plusDays(random.nextInt(200)))
                    .append(',')
                    .append(Instant.ofEpochSecond(1_700_000_000L + random.nextInt(60_000_000)))
                    .append(',')
                    .append(engaged)
                    .append(",01t")
                    .append(random.nextInt(50))
                    .append(',')
                    .append(1 + random.nextInt(20))
                    .append(",\"Call back, then send the offer")
                    .append(i % 10 == 0 ? "\r\nand the contract" : "")
                    .append(" to ")
                    .append(name)
                    .append("\",")
                    .append("segment ")
                    .append(random.nextInt(8))
                    .append(",spring campaign ")
                    .append(random.nextInt(40))
                    .append("\r\n");
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
