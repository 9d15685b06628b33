package io.salesops.benchmarks.match;

import com.google.common.collect.ImmutableList;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Probabilistic matching as SQL on DuckDB with one thread, in the shape that Splink generates: blocked pairs, then weights. */
final class DuckDb implements AutoCloseable {
    private final PersonModel model;
    private final Connection connection;
    private final Statement statement;

    DuckDb(Path records, String id, PersonModel model) throws SQLException {
        this.model = model;
        this.connection = DriverManager.getConnection("jdbc:duckdb:");
        this.statement = connection.createStatement();
        statement.execute("set threads = 1");
        statement.execute("create table rows as select * from read_csv('"
                + records.toString().replace("'", "''") + "', header = true, all_varchar = true)");
        statement.execute("create table persons as with " + counts("first", model.first()) + ", "
                + counts("last", model.last())
                + " select row_number() over () as number, rows.\"" + id + "\" as id, " + quoted()
                + ", first_counts.bits as first_bits, last_counts.bits as last_bits from rows"
                + " left join first_counts on rows.\"" + model.first() + "\" = first_counts.name"
                + " left join last_counts on rows.\"" + model.last() + "\" = last_counts.name");
    }

    private String quoted() {
        return model.columns().values().stream()
                .map(column -> "rows.\"" + column + "\"")
                .collect(Collectors.joining(", "));
    }

    private static String counts(String which, String column) {
        String filled = "(select count(\"" + column + "\") from rows)";
        return which + "_counts as (select \"" + column + "\" as name, " + PersonModel.bitsSql("count(*)", filled)
                + " as bits from rows where \"" + column + "\" is not null group by name)";
    }

    /** Makes the table of pairs; a rule leaves out the pairs of earlier ones. Returns how many there are. */
    long block() throws SQLException {
        List<String> parts = new ArrayList<>();
        List<String> earlier = new ArrayList<>();
        for (ImmutableList<PersonModel.Key> rule : model.rules()) {
            String agree = rule.stream()
                    .map(key -> key.sql("l") + " = " + key.sql("r"))
                    .collect(Collectors.joining(" and "));
            String without = earlier.isEmpty() ? "" : " and not (" + String.join(" or ", earlier) + ")";
            parts.add("select l.number as first, r.number as second from persons l join persons r on " + agree
                    + " where l.id < r.id" + without);
            earlier.add("coalesce(" + agree + ", false)");
        }
        statement.execute("create or replace table pairs as " + String.join(" union all ", parts));
        return (long) number("select count(*) from pairs");
    }

    /** Weighs the pairs and keeps those at or above the threshold; returns how many those are. */
    long weigh() throws SQLException {
        statement.execute("create or replace table matches as select * from (select l.id as first, r.id as second, "
                + model.weightSql() + " as weight from pairs join persons l on pairs.first = l.number"
                + " join persons r on pairs.second = r.number) where weight >= " + model.threshold());
        return (long) number("select count(*) from matches");
    }

    /** Some of the pairs at or above the threshold. */
    List<Weighed> sample(int size) throws SQLException {
        List<Weighed> sample = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery(
                "select first, second, weight from matches order by hash(first || second) limit " + size)) {
            while (rows.next()) {
                sample.add(new Weighed(rows.getString(1), rows.getString(2), rows.getDouble(3)));
            }
        }
        return sample;
    }

    private double number(String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    @Override
    public void close() throws SQLException {
        statement.close();
        connection.close();
    }

    /** A pair with its weight in bits. */
    record Weighed(String first, String second, double weight) {}
}
