package org.daicho.ledger.engine.testing;

import java.io.PrintWriter;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.logging.Logger;

import javax.sql.DataSource;

/** A data source whose n-th step fails, before or after it took place; then it works again, or not. */
public final class FailingSource implements DataSource {

    /** When a step fails. */
    public enum When {
        BEFORE, AFTER
    }

    private static final Set<String> STEPS = Set.of("prepareStatement", "createStatement", "executeQuery",
            "executeUpdate", "executeBatch", "execute", "commit", "rollback", "setAutoCommit", "close");

    private static final Set<String> ENDS = Set.of("rollback", "close");

    private final DataSource source;
    private final List<String> steps = Collections.synchronizedList(new ArrayList<>());
    private int failAt = -1;
    private int failures = 1;
    private int everyCommit;
    private int commits;
    private When when = When.BEFORE;
    private String state;

    public FailingSource(DataSource source) {
        this.source = source;
    }

    /** Forgets the steps so far and lets the n-th from now, from 0, fail, and the ones after it. */
    public synchronized void failAt(int n, int howMany, When point) {
        steps.clear();
        everyCommit = 0;
        failAt = n;
        failures = howMany;
        when = point;
    }

    /** Lets every n-th commit from now fail; of a negative n, all but every n-th. */
    public synchronized void failCommits(int n, When point) {
        heal();
        everyCommit = n;
        when = point;
    }

    /** Lets what fails from now on fail with an SQL state; {@code null} for none. */
    public synchronized void failWith(String sqlState) {
        state = sqlState;
    }

    /** Lets everything work, and counts from now. */
    public void heal() {
        failAt(-1, 0, When.BEFORE);
    }

    /** Returns what was done since. */
    public List<String> steps() {
        return List.copyOf(steps);
    }

    private synchronized boolean fails(String step) {
        steps.add(step);
        if (everyCommit != 0) {
            return step.equals("commit") && ++commits % everyCommit == 0 == everyCommit > 0;
        }
        int n = steps.size() - 1;
        return failAt >= 0 && n >= failAt && n < failAt + failures;
    }

    @Override
    public Connection getConnection() throws SQLException {
        if (fails("getConnection")) {
            throw new SQLException("no connection, as the test wants", state);
        }
        return (Connection) proxy(Connection.class, source.getConnection());
    }

    private Object proxy(Class<?> type, Object target) {
        InvocationHandler handler = (proxy, method, args) -> {
            boolean fails = STEPS.contains(method.getName()) && fails(method.getName());
            if (fails && type == Connection.class && ENDS.contains(method.getName())) {
                // A database rolls back what a lost connection leaves behind.
                ((Connection) target).rollback();
            } else if (fails && when == When.BEFORE && !method.getName().equals("close")) {
                throw new SQLException(method.getName() + " fails before, as the test wants", state);
            }
            Object result;
            try {
                result = method.invoke(target, args);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
            if (fails) {
                throw new SQLException(method.getName() + " fails after, as the test wants", state);
            }
            return result instanceof PreparedStatement
                    ? proxy(PreparedStatement.class, result)
                    : result instanceof Statement ? proxy(Statement.class, result) : result;
        };
        return Proxy.newProxyInstance(FailingSource.class.getClassLoader(), new Class<?>[]{type}, handler);
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return getConnection();
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return source.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter out) throws SQLException {
        source.setLogWriter(out);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        source.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return source.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return source.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return source.isWrapperFor(type);
    }
}
