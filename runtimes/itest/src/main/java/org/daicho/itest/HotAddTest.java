package org.daicho.itest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.ref.WeakReference;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.daicho.access.OperatorTokens;
import org.daicho.itest.sample.SampleJar;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.log.LedgerLog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.wiring.BundleWire;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.condition.Condition;
import org.osgi.test.common.annotation.InjectBundleContext;
import org.osgi.test.common.annotation.InjectService;
import org.osgi.test.common.service.ServiceAware;

/**
 * What adding and removing modules does, and does not do, to the framework.
 */
public class HotAddTest {

    private static final long START_MILLIS = 60_000;
    private static final int WARM_UP = 20;
    private static final int CYCLES = 200;

    /** Threads of HTTP and of rules come and go by themselves; a leak would be one in each cycle. */
    private static final int TOLERATED = 20;

    @InjectBundleContext
    BundleContext context;

    private final HttpClient client = HttpClient.newHttpClient();
    private Path catalogue;
    private String base;
    private String token;
    private OperatorTokens tokens;

    @BeforeEach
    void prepare(@InjectService OperatorTokens operatorTokens,
            @InjectService(filter = LedgerConditions.READY_FILTER, timeout = START_MILLIS) ServiceAware<Condition> ready)
            throws IOException {
        tokens = operatorTokens;
        token = tokens.mint();
        base = "http://127.0.0.1:" + ready.getServiceReference().getProperty("daicho.port") + "/api/modules/";
        catalogue = Files.createDirectories(Path.of(context.getProperty("daicho.catalogue")));
    }

    @AfterEach
    void clean() throws Exception {
        for (String id : List.of("user", "visits", "first", "second", "cycled")) {
            send("DELETE", id);
        }
        try (Stream<Path> files = Files.list(catalogue)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        tokens.revoke(token);
    }

    @Test
    void nothingThatRunsIsRefreshedOrRestarted() throws Exception {
        SampleJar.module("visits", "1.0.0").write(catalogue.resolve("visits.jar"));
        Map<Long, String> before = bundles();
        assertEquals(200, send("PUT", "visits").statusCode());
        Map<Long, String> during = bundles();
        Bundle added = bundle("org.daicho.chapter.visits");
        assertEquals(Bundle.ACTIVE, added.getState());
        during.remove(added.getBundleId());
        assertEquals(before, during);
        assertEquals(204, send("DELETE", "visits").statusCode());
        assertEquals(before, bundles());
        assertNull(bundle("org.daicho.chapter.visits"));
    }

    @Test
    void whatAModuleNeedsComesAlongAndStaysUntilNobodyIsWiredToIt() throws Exception {
        library(null);
        Map<Long, String> before = bundles();
        for (String id : List.of("first", "second")) {
            SampleJar.module(id, "1.0.0").and("Import-Package", "org.example.shared;version=\"[1,2)\"")
                    .write(catalogue.resolve(id + ".jar"));
            HttpResponse<String> added = send("PUT", id);
            assertEquals(200, added.statusCode(), added.body());
        }
        assertEquals(Bundle.ACTIVE, bundle("org.example.shared").getState());
        assertEquals(before.size() + 3, bundles().size());
        assertEquals(204, send("DELETE", "first").statusCode());
        assertEquals(Bundle.ACTIVE, bundle("org.example.shared").getState());
        assertEquals(204, send("DELETE", "second").statusCode());
        assertEquals(before, bundles());
    }

    @Test
    void aLibraryThatIsNotTheOneIndexedIsRefused() throws Exception {
        library("00".repeat(32));
        SampleJar.module("first", "1.0.0").and("Import-Package", "org.example.shared;version=\"[1,2)\"")
                .write(catalogue.resolve("first.jar"));
        Map<Long, String> before = bundles();
        HttpResponse<String> refused = send("PUT", "first");
        assertEquals(409, refused.statusCode());
        assertTrue(refused.body().contains("shared.jar"), refused.body());
        assertEquals(before, bundles());
    }

    @Test
    void aModuleThatAnotherUsesIsNotRemoved() throws Exception {
        SampleJar.module("visits", "1.0.0").write(catalogue.resolve("visits.jar"));
        SampleJar.module("user", "1.0.0").and("Require-Capability", "daicho.module;filter:=\"(daicho.module=visits)\"")
                .write(catalogue.resolve("user.jar"));
        HttpResponse<String> lacking = send("PUT", "user");
        assertEquals(409, lacking.statusCode());
        assertTrue(lacking.body().contains("visits"), lacking.body());
        assertEquals(200, send("PUT", "visits").statusCode());
        assertEquals(200, send("PUT", "user").statusCode());
        HttpResponse<String> used = send("DELETE", "visits");
        assertEquals(409, used.statusCode());
        assertTrue(used.body().contains("org.daicho.chapter.user"), used.body());
        assertEquals(204, send("DELETE", "user").statusCode());
        assertEquals(204, send("DELETE", "visits").statusCode());
    }

    @Test
    void twoHundredCyclesLeakNoThreadFileOrClassLoader(@InjectService LedgerLog log) throws Exception {
        SampleJar.module("cycled", "1.0.0").write(catalogue.resolve("cycled.jar"));
        List<WeakReference<ClassLoader>> loaders = new ArrayList<>();
        int threads = 0;
        long files = 0;
        for (int i = 0; i < CYCLES; i++) {
            if (i == WARM_UP) {
                threads = Thread.activeCount();
                files = openFiles();
            }
            assertEquals(200, send("PUT", "cycled").statusCode());
            loaders.add(new WeakReference<>(
                    bundle("org.daicho.chapter.cycled").adapt(BundleWiring.class).getClassLoader()));
            assertEquals(204, send("DELETE", "cycled").statusCode());
        }
        int threadsAfter = Thread.activeCount();
        long filesAfter = openFiles();
        for (int i = 0; i < 20 && alive(loaders) > 1; i++) {
            System.gc();
            System.runFinalization();
        }
        System.out.printf("200 cycles: threads %d -> %d, files %d -> %d, class loaders alive %d%n", threads,
                threadsAfter, files, filesAfter, alive(loaders));
        assertTrue(threadsAfter <= threads + TOLERATED, threads + " -> " + threadsAfter);
        assertTrue(filesAfter <= files + TOLERATED, files + " -> " + filesAfter);
        assertTrue(alive(loaders) <= 2, "class loaders alive: " + alive(loaders));
        assertTrue(log.verify(leaves -> {
        }).ok());
    }

    private static long alive(List<WeakReference<ClassLoader>> loaders) {
        return loaders.stream().filter(loader -> loader.get() != null).count();
    }

    private static long openFiles() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
            return files.count();
        }
    }

    /** Puts a library into the catalogue and its index; with a digest that isn't its own where one is given. */
    private void library(String digest) throws Exception {
        Path jar = SampleJar.bundle("org.example.shared", "1.0.0")
                .header("Export-Package", "org.example.shared;version=\"1.0.0\"")
                .file("org/example/shared/readme.txt", "shared").write(catalogue.resolve("shared.jar"));
        String own = HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(jar)));
        assertNotEquals(own, digest);
        Files.writeString(catalogue.resolve("index.xml"), """
                <repository xmlns="http://www.osgi.org/xmlns/repository/v1.0.0" name="test" increment="1"><resource>
                <capability namespace="osgi.identity"><attribute name="osgi.identity" value="org.example.shared"/>
                <attribute name="type" value="osgi.bundle"/>
                <attribute name="version" type="Version" value="1.0.0"/></capability>
                <capability namespace="osgi.content"><attribute name="osgi.content" value="%s"/>
                <attribute name="url" value="shared.jar"/></capability>
                <capability namespace="osgi.wiring.package">
                <attribute name="osgi.wiring.package" value="org.example.shared"/>
                <attribute name="version" type="Version" value="1.0.0"/>
                <attribute name="bundle-symbolic-name" value="org.example.shared"/>
                <attribute name="bundle-version" type="Version" value="1.0.0"/></capability>
                </resource></repository>
                """.formatted(digest == null ? own : digest));
    }

    private HttpResponse<String> send(String method, String id) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(base + id)).method(method, BodyPublishers.noBody())
                .header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString());
    }

    private Bundle bundle(String name) {
        return Stream.of(context.getBundles()).filter(bundle -> name.equals(bundle.getSymbolicName())).findFirst()
                .orElse(null);
    }

    /** Each bundle with its state, the time of its last change, and who it is wired to. */
    private Map<Long, String> bundles() {
        Map<Long, String> all = new TreeMap<>();
        for (Bundle bundle : context.getBundles()) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            String wires = wiring == null
                    ? "unresolved"
                    : System.identityHashCode(wiring) + wiring.getRequiredWires(null).stream()
                            .map(BundleWire::getProvider).map(provider -> provider.getBundle().getBundleId()).toList()
                            .toString();
            all.put(bundle.getBundleId(), bundle + " " + bundle.getState() + " " + bundle.getLastModified() + " "
                    + wires);
        }
        return all;
    }
}
