package io.salesops.benchmarks.io;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/** A row of the file with typed cells, as the peer binds it. */
record DealRow(
        String id,
        String name,
        String account,
        String owner,
        String stage,
        BigDecimal amount,
        LocalDate closeDate,
        Instant createdAt,
        LocalDate engagedOn,
        String product,
        BigDecimal quantity,
        String description,
        String segment,
        String campaign) {}
