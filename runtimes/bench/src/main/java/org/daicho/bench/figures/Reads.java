package org.daicho.bench.figures;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.daicho.bench.system.HttpConnection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * Entries read over REST.
 */
public final class Reads {

    private static final int PAGE = 50;

    private final Plan plan;
    private final Session session;
    private final Progress progress;

    /** Measures a session in which entries were written. */
    public Reads(Plan plan, Session session, Progress progress) {
        this.plan = plan;
        this.session = session;
        this.progress = progress;
    }

    /** Measures one entry, and a page of them. */
    public Group group() throws Exception {
        List<Figure> figures = new ArrayList<>();
        String page = Appends.ENTRIES + "?limit=" + PAGE;
        read("a page of " + PAGE, page, figures);
        JsonNode first = new JsonMapper().readTree(get(page)).required("items").get(0);
        figures.addAll(0, read("one entry", Appends.ENTRIES + "/" + first.required("id").asText(), new ArrayList<>()));
        return new Group("Reads over REST",
                """
                        Answers a second to `GET` of one entry, and of a page of 50, with a bearer token; more is better. For each, \
                        the token is looked up, the rights are checked, the rows are read and decrypted, and JSON is made of them. \
                        The baseline is the same Jetty, in a process of its own, answering the same bytes from memory.""",
                figures);
    }

    private List<Figure> read(String what, String path, List<Figure> figures) throws Exception {
        byte[] answer = get(path);
        session.answer(answer);
        byte[] request = HttpConnection.request("GET", path, session.staff(), null);
        byte[] plain = HttpConnection.request("GET", "/answer", null, null);
        HttpLoad system = new HttpLoad(session.system(), 200, () -> request);
        HttpLoad bare = new HttpLoad(session.bare(), 200, () -> plain);
        progress.next("準備運転", "heating");
        Turns.heat(plan, system, bare);
        for (int callers : plan.callers()) {
            progress.next("RESTでの読み出し(" + answer.length + " バイト)、同時 " + callers,
                    "reads over REST, " + what + ", callers " + callers);
            List<Turns> turns = Turns.take(plan, callers, system, bare);
            figures.add(new Figure(String.format(Locale.ROOT, "%s, %,d B, %d caller%s", what, answer.length, callers,
                    callers == 1 ? "" : "s"), Unit.PER_SECOND, turns.get(0).perSecond(), turns.get(0).latency(),
                    "bare Jetty, the same bytes", turns.get(1).perSecond()));
        }
        return figures;
    }

    private byte[] get(String path) throws Exception {
        try (HttpConnection connection = session.system().connect()) {
            return connection.expect(200, HttpConnection.request("GET", path, session.staff(), null)).body();
        }
    }
}
