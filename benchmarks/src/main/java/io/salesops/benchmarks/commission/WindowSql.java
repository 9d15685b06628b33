package io.salesops.benchmarks.commission;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.duckdb.DuckDBAppender;
import org.duckdb.DuckDBConnection;

/** The running pay of each payee as window SQL in DuckDB, on one thread; amounts are whole cents. */
final class WindowSql {
    private static final String RUNNING =
            "select sum(pay - before) from (select pay, coalesce(lag(pay) over (partition by payee order by id), 0) before"
                    + " from (select payee, id, (least(run, 5000000) * 50 + greatest(least(run, 10000000) - 5000000, 0) * 75"
                    + " + greatest(least(run, 12500000) - 10000000, 0) * 100 + greatest(run - 12500000, 0) * 125 + 500) // 1000 pay"
                    + " from (select payee, id, sum(cents) over (partition by payee order by id)::bigint run from tx)))";

    private final DuckDBConnection connection;

    private WindowSql(DuckDBConnection connection) {
        this.connection = connection;
    }

    static WindowSql empty() {
        return of(new Transactions(0, 1));
    }

    static WindowSql of(Transactions transactions) {
        try {
            DuckDBConnection connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:");
            run(connection, "set threads = 1");
            run(connection, "create table tx (payee integer, id integer, cents bigint)");
            try (DuckDBAppender appender = connection.createAppender(DuckDBConnection.DEFAULT_SCHEMA, "tx")) {
                for (int row = 0; row < transactions.size(); row++) {
                    appender.beginRow();
                    appender.append(transactions.payee[row]);
                    appender.append(row);
                    appender.append(transactions.cents[row]);
                    appender.endRow();
                }
            }
            return new WindowSql(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not load the transactions", e);
        }
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    long total() {
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(RUNNING)) {
            result.next();
            return result.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException("DuckDB does not calculate", e);
        }
    }
}
