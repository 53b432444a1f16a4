package org.daicho.itest.client;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import org.daicho.itest.outside.Front;
import org.daicho.itest.outside.Node;
import org.junit.platform.engine.FilterResult;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.PostDiscoveryFilter;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/**
 * Runs tests from outside with prism before each system that they start.
 */
final class ProxiedTests {

    private static final List<String> TESTS = List.of("InventoryIT", "TakeoutMonthIT", "SystemsIT", "MyNumberIT",
            "IncidentExamplesIT", "CrossModuleRulesIT", "TerminalIT");
    private static final int FEWEST_TESTS = 40;

    /** A tile is bytes, which prism passes on as text. */
    private static final String READS_TILES = "proofsHold";

    private ProxiedTests() {
    }

    /** Takes a folder, prints what failed and what did not fit the document, and ends with 0 where there is neither. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Node node = new Node(Files.createDirectory(folder.resolve("client")));
        try (Council council = new Council(folder)) {
            Files.writeString(node.file("whole.json"), council.document().toString());
        }
        Front.put(port -> before(node, port));
        SummaryGeneratingListener run = new SummaryGeneratingListener();
        LauncherFactory.create().execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(TESTS.stream().map(name -> selectClass("org.daicho.itest.outside." + name)).toList())
                .filters(EngineFilter.includeEngines("junit-jupiter"),
                        (PostDiscoveryFilter) test -> FilterResult.includedIf(
                                !test.getUniqueId().toString().contains(READS_TILES)))
                .build(), run);
        Set<String> misfits = Front.take();
        run.getSummary().printFailuresTo(new PrintWriter(System.out, true));
        run.getSummary().printTo(new PrintWriter(System.out, true));
        misfits.forEach(System.out::println);
        System.exit(run.getSummary().getFailures().isEmpty() && misfits.isEmpty()
                && run.getSummary().getTestsSucceededCount() > FEWEST_TESTS ? 0 : 1);
    }

    private static int before(Node node, int port) {
        try {
            int own;
            try (ServerSocket free = new ServerSocket(0)) {
                own = free.getLocalPort();
            }
            Process proxy = node.serve("Prism is listening", "--require", "./headers.cjs",
                    "node_modules/@stoplight/prism-cli/dist/index.js", "proxy",
                    "whole.json", "http://127.0.0.1:" + port, "--port", String.valueOf(own));
            Runtime.getRuntime().addShutdownHook(new Thread(proxy::destroy));
            return own;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
