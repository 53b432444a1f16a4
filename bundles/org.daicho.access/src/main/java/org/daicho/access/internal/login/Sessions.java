package org.daicho.access.internal.login;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.ledger.value.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * The sessions of the browsers. In memory only, by the hash of the cookie's value: a restart ends them. A session ends
 * when nobody used it for a while, after half a day, by another password, and when the account can no longer be used;
 * much sooner it locks, and ledgers that ask for it open again only with the password (8-2(13)②). Safe for use by many
 * threads.
 */
@Component(service = Sessions.class, configurationPid = "org.daicho.access.sessions")
@Designate(ocd = Sessions.Config.class)
public final class Sessions {

    /** The settings of sessions. */
    @ObjectClassDefinition(name = "Daicho: sessions")
    @interface Config {

        /** After how many minutes without a request a session ends. */
        @AttributeDefinition(min = "1", description = "Minutes without a request after which a session ends")
        int idle_minutes() default 30;

        /** After how many minutes without a request the ledgers of chapter 8 ask for the password again. */
        @AttributeDefinition(min = "1", description = "Minutes without a request after which chapter 8 locks (8-2(13)②)")
        int lock_minutes() default 5;

        /** After how many hours a session ends however much it is used. */
        @AttributeDefinition(min = "1", description = "Hours after which a session ends")
        int longest_hours() default 12;
    }

    private static final int MOST = 10_000;
    private static final int MOST_OF_ONE = 20;

    private final AccountDirectory directory;
    private final Clock clock;
    private final Duration idle;
    private final Duration lock;
    private final Duration longest;
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();

    /** Starts without sessions. */
    @Activate
    public Sessions(@Reference AccountDirectory directory, Config config) {
        this(directory, Clock.systemUTC(), Duration.ofMinutes(config.idle_minutes()),
                Duration.ofMinutes(config.lock_minutes()), Duration.ofHours(config.longest_hours()));
    }

    /** Makes sessions with a clock and spans of one's own. */
    public Sessions(AccountDirectory directory, Clock clock, Duration idle, Duration lock, Duration longest) {
        this.directory = directory;
        this.clock = clock;
        this.idle = idle;
        this.lock = lock.compareTo(idle) < 0 ? lock : idle;
        this.longest = longest;
    }

    /** Returns after how long without a request a session ends. */
    public Duration idle() {
        return idle;
    }

    /** Returns after how long without a request it locks. */
    public Duration lock() {
        return lock;
    }

    /** Opens a session for someone whose password was right just now; returns the value of the cookie. */
    public String open(Account account) {
        Instant now = clock.instant();
        sessions.values().removeIf(session -> session.isOver(now, idle, longest));
        leaveRoom(account.name());
        String value = TokenValues.secret();
        sessions.put(TokenValues.hash(value), Session.of(account, now));
        return value;
    }

    /** Ends the oldest sessions of an account that has many, or of all where there are very many. */
    private void leaveRoom(String account) {
        Comparator<Map.Entry<String, Session>> oldest = Comparator.comparing(e -> e.getValue().used());
        List<Map.Entry<String, Session>> own = sessions.entrySet().stream()
                .filter(e -> e.getValue().account().equals(account)).toList();
        if (own.size() >= MOST_OF_ONE) {
            own.stream().min(oldest).ifPresent(e -> sessions.remove(e.getKey()));
        } else if (sessions.size() >= MOST) {
            sessions.entrySet().stream().min(oldest).ifPresent(e -> sessions.remove(e.getKey()));
        }
    }

    /**
     * Finds a session that goes on.
     *
     * @param value the value of the cookie, or {@code null}
     * @param use   whether somebody is at work, rather than a page that looks by itself whether the session goes on
     * @return the session, with what the time since its last use did to it
     */
    public Optional<Session> find(String value, boolean use) {
        if (value == null) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        Session found = sessions.computeIfPresent(TokenValues.hash(value), (hash, session) -> {
            if (session.isOver(now, idle, longest) || account(session).isEmpty()) {
                return null;
            }
            return use ? session.usedAt(now, lock) : session.locked(session.isLocked(now, lock));
        });
        return Optional.ofNullable(found);
    }

    private Optional<Account> account(Session session) {
        return directory.account(session.account()).filter(directory::isUsable)
                .filter(account -> Objects.equals(account.passwordHash(), session.passwordHash()));
    }

    /** Makes the login behind a session; empty where its account can no longer be used. */
    public Optional<Login> login(Session session) {
        return account(session).map(account -> {
            Caller caller = directory.caller(account);
            return new Login(new Caller(caller.account(), caller.person(), caller.grants(), null, session.locked(),
                    null), Login.SESSION, account.mustChange());
        });
    }

    /** Locks a session, as who leaves their place does. */
    public void lock(String value) {
        sessions.computeIfPresent(TokenValues.hash(value), (hash, session) -> session.locked(true));
    }

    /** Unlocks a session whose password was given again. */
    public void unlock(String value) {
        sessions.computeIfPresent(TokenValues.hash(value), (hash, session) -> session.unlockedAt(clock.instant()));
    }

    /** Ends a session. */
    public void close(String value) {
        sessions.remove(TokenValues.hash(value));
    }
}
