package org.daicho.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.daicho.bench.figures.Turns.Source;
import org.daicho.bench.load.Asset;
import org.daicho.bench.system.HttpConnection;

/**
 * Entries written: by callers of the ledger API inside the system, then over REST.
 */
public final class Appends {

    /** The entries of 様式1. */
    static final String ENTRIES = "/api/ledgers/assets.inventory/entries";

    private static final String SINGLE = "bare JDBC, one row a commit";
    private static final String TOGETHER = "bare JDBC, rows committed together";
    private static final String JETTY = "bare Jetty and ";

    private final Plan plan;
    private final Session session;
    private final Progress progress;

    /** Measures a session. */
    public Appends(Plan plan, Session session, Progress progress) {
        this.plan = plan;
        this.session = session;
        this.progress = progress;
    }

    /** Measures through the ledger API. */
    public Group ledger() throws Exception {
        double rows = rowsOfAnEntry();
        Source system = (callers, millis) -> session.system().round("append", callers, millis);
        Source single = (callers, millis) -> session.bare().round("single", callers, millis);
        Source together = (callers, millis) -> session.bare().round("together", callers, millis);
        progress.next("準備運転", "heating");
        Turns.heat(plan, system, single, together);
        List<Figure> figures = new ArrayList<>();
        for (int callers : plan.callers()) {
            progress.next("台帳APIでの追記、同時 " + callers, "appends through the ledger API, callers " + callers);
            List<Turns> turns = Turns.take(plan, callers, system, single, together);
            figures.addAll(figures(callers, turns, ""));
        }
        return new Group("Appends through the ledger API", String.format(Locale.ROOT,
                """
                        New entries of 様式1 (five columns) a second, from callers inside the OSGi framework, each durable \
                        when its caller hears of it; more is better. An entry passes the right, the form and the rules of its \
                        chapter, is encrypted under a key of its own which is forced to the disk first, and becomes %.0f rows \
                        (its leaf, its hash, its version, its state and its search terms) under a signed checkpoint. The \
                        baseline inserts the same columns as one row of JSON into a table with a primary key, in a process of \
                        its own, in a Derby opened by the same data source: the same encryption, the same durability. It does \
                        so in two ways: *one row a commit*, each caller on a connection of its own, as an application without \
                        a ledger would; *rows committed together*, by one thread that takes what has queued, at most 256, as \
                        the ledger's own writer does. The second tells what the disk and Derby allow in this way of writing; \
                        the ratio to it is the price of what the ledger does besides.""",
                rows), figures);
    }

    /** Measures over REST. */
    public Group rest() throws Exception {
        byte[] answer;
        try (HttpConnection connection = session.system().connect()) {
            answer = connection.expect(201, entry()).body();
        }
        session.answer(answer);
        Source system = new HttpLoad(session.system(), 201, this::entry);
        Source single = new HttpLoad(session.bare(), 200, () -> row("/single"));
        Source together = new HttpLoad(session.bare(), 200, () -> row("/together"));
        progress.next("準備運転", "heating");
        Turns.heat(plan, system, single, together);
        List<Figure> figures = new ArrayList<>();
        for (int callers : plan.callers()) {
            progress.next("RESTでの追記、同時 " + callers, "appends over REST, callers " + callers);
            List<Turns> turns = Turns.take(plan, callers, system, single, together);
            figures.addAll(figures(callers, turns, JETTY));
        }
        return new Group("Appends over REST",
                """
                        The same entries by `POST` with a bearer token, each caller on a kept-alive connection; more is better. The \
                        callers run on the same processors. The baseline is the same Jetty with one handler that writes the body \
                        as a row, in the two ways above, and answers with as many bytes.""",
                figures);
    }

    private byte[] entry() {
        return HttpConnection.request("POST", ENTRIES, session.staff(), Asset.nextJson());
    }

    private static byte[] row(String path) {
        return HttpConnection.request("POST", path, null, Asset.nextJson());
    }

    private static List<Figure> figures(int callers, List<Turns> turns, String server) {
        String name = callers == 1 ? "1 caller" : callers + " callers";
        Turns ours = turns.get(0);
        return List.of(
                new Figure(name, Unit.PER_SECOND, ours.perSecond(), ours.latency(), server + SINGLE,
                        turns.get(1).perSecond()),
                new Figure(name, Unit.PER_SECOND, ours.perSecond(), ours.latency(), server + TOGETHER,
                        turns.get(2).perSecond()));
    }

    private double rowsOfAnEntry() throws Exception {
        long before = Long.parseLong(session.system().inside("rows"));
        long entries = session.system().round("append", 1, plan.millis() / 2).calls();
        return (Long.parseLong(session.system().inside("rows")) - before) / (double) entries;
    }
}
