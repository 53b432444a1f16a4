package org.daicho.access.internal;

import java.io.PrintStream;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.daicho.access.internal.book.AccountBook;
import org.daicho.access.internal.book.GrantBook;
import org.daicho.access.internal.book.PersonBook;
import org.daicho.access.internal.book.TerminalBook;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.ledger.AccessLedgers;
import org.daicho.access.internal.login.Passwords;
import org.daicho.access.internal.rules.TerminalRules;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerConditions;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.spi.LedgerModule;
import org.daicho.ledger.system.EntryListener;
import org.daicho.ledger.system.PersonDirectory;
import org.daicho.ledger.value.Entry;
import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.condition.Condition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings access up in the one order that leaves no gap: its ledgers, then the ear for what is written in them, then what
 * they hold, then the persons, so that the first account can be written; and last the directory, for which all that
 * checks logins waits. Services are registered here by hand because a component's own are seen before it is ready.
 */
@Component(service = {}, immediate = true)
@Capability(namespace = "osgi.service", effective = "active", attribute = "objectClass:List<String>=\"org.daicho.ledger.spi.LedgerModule\"")
@Capability(namespace = "osgi.service", effective = "active", attribute = "objectClass:List<String>=\"org.daicho.ledger.system.PersonDirectory\"")
@Capability(namespace = "osgi.service", effective = "active", attribute = "objectClass:List<String>=\"org.daicho.ledger.system.EntryListener\"")
@Capability(namespace = "osgi.service", effective = "active", attribute = "objectClass:List<String>=\"org.daicho.access.internal.directory.AccountDirectory\"")
public final class Startup {

    /** The environment variable with the first account's password. */
    static final String PASSWORD_VARIABLE = "DAICHO_ADMIN_PASSWORD";

    /** What access hears of: its own ledgers, what leaves 様式1, and who leaves the council or acts for the manager. */
    static final List<String> LISTENED = Stream.of(AccessLedgers.KEPT, List.of(AccessLedgers.INVENTORY),
            AccessLedgers.COUNCIL).flatMap(List::stream).toList();

    private static final Logger LOG = LoggerFactory.getLogger(Startup.class);

    private final BundleContext context;
    private final Deque<ServiceRegistration<?>> registrations = new ArrayDeque<>();

    /** Starts once the ledger serves. */
    @Activate
    public Startup(BundleContext context, @Reference Ledger ledger,
            @Reference(target = LedgerConditions.LEDGER_READY_FILTER) Condition ready,
            @Reference Passwords passwords) {
        this(context, ledger, passwords, Clock.systemUTC(), System.getenv(PASSWORD_VARIABLE), System.out);
    }

    Startup(BundleContext context, Ledger ledger, Passwords passwords, Clock clock, String password, PrintStream out) {
        this.context = context;
        AccountDirectory directory = new AccountDirectory(ledger, clock);
        GrantBook grants = new GrantBook(ledger, directory);
        TerminalBook terminals = new TerminalBook(ledger, directory);
        try {
            register(LedgerModule.class, new AccessModule(),
                    Map.of("daicho.module", AccessLedgers.MODULE, "daicho.chapter", -1, "daicho.forms", new int[0]));
            register(EntryListener.class, entry -> written(entry, directory, grants, terminals),
                    Map.of(EntryListener.LEDGERS, LISTENED.toArray(String[]::new)));
            directory.load();
            register(PersonDirectory.class, directory, Map.of());
            new FirstStart(directory, new PersonBook(ledger), new AccountBook(ledger, directory, passwords), grants)
                    .run(password, out);
            grants.endSucceeded();
            register(AccountDirectory.class, directory, Map.of());
        } catch (FirstStart.RefusedException e) {
            System.err.println(e.getMessage());
            stop();
            throw e;
        } catch (RuntimeException e) {
            stop();
            throw e;
        }
    }

    private static void written(Entry entry, AccountDirectory directory, GrantBook grants, TerminalBook terminals) {
        directory.written(entry);
        if (entry.ledger().equals(AccessLedgers.INVENTORY) && !TerminalRules.isThere(entry)) {
            try {
                terminals.revokeOf(entry.id());
            } catch (LedgerException e) {
                // It stands as a duty until the operator does it.
                LOG.warn("The terminal of a thing that left the inventory could not be revoked", e);
            }
        }
        if (entry.ledger().equals(AccessLedgers.GRANTS)) {
            try {
                grants.endSucceeded();
            } catch (LedgerException e) {
                // The predecessor's grant gives nothing any more all the same; the next grant, or start, ends it.
                LOG.warn("The end of a former manager's grant could not be written", e);
            }
        }
    }

    private <T> void register(Class<T> type, T service, Map<String, ?> properties) {
        Dictionary<String, Object> dictionary = new Hashtable<>(properties);
        registrations.push(context.registerService(type, service, dictionary));
    }

    /** Takes the services back, the last first. */
    @Deactivate
    void stop() {
        while (!registrations.isEmpty()) {
            registrations.pop().unregister();
        }
    }
}
