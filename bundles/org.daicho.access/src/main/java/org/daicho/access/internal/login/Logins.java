package org.daicho.access.internal.login;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;

import org.daicho.access.Authenticator;
import org.daicho.access.LoginThrottledException;
import org.daicho.access.internal.directory.AccessToken;
import org.daicho.access.internal.directory.Account;
import org.daicho.access.internal.directory.AccountDirectory;
import org.daicho.access.internal.message.Messages;
import org.daicho.ledger.Ledger;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.value.Caller;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Checks credentials against the directory. An account that is not there takes as long as one that is, and is slowed down
 * the same way, so that neither tells whether it exists.
 */
@Component(service = {Authenticator.class, Logins.class})
public final class Logins implements Authenticator {

    private static final int FREE_PER_ACCOUNT = 5;
    /** More than for an account: an office behind one address has many people who mistype. */
    private static final int FREE_PER_ADDRESS = 20;
    private static final int LONGEST_NAME = 64;

    private final AccountDirectory directory;
    private final Passwords passwords;
    private final Operators operators;
    private final Clock clock;
    private final Throttle accounts;
    private final Throttle addresses;
    private final Remembered remembered;
    private final EventRecorder recorder;

    /** Starts with no failure counted and no login remembered. */
    @Activate
    public Logins(@Reference Ledger ledger, @Reference AccountDirectory directory, @Reference Passwords passwords,
            @Reference Operators operators) {
        this(ledger, directory, passwords, operators, Clock.systemUTC());
    }

    Logins(Ledger ledger, AccountDirectory directory, Passwords passwords, Operators operators, Clock clock) {
        this.directory = directory;
        this.passwords = passwords;
        this.operators = operators;
        this.clock = clock;
        accounts = new Throttle(FREE_PER_ACCOUNT, clock);
        addresses = new Throttle(FREE_PER_ADDRESS, clock);
        remembered = new Remembered(clock);
        recorder = new EventRecorder(ledger, clock);
    }

    @Override
    public Optional<Caller> authenticate(String authorizationHeader, String remoteAddress) {
        Optional<Login> login = login(authorizationHeader, remoteAddress);
        if (login.filter(Login::mustChange).isPresent()) {
            throw Messages.refused(LedgerException.Kind.FORBIDDEN, "password.must-change");
        }
        return login.map(Login::caller);
    }

    /** Checks credentials as {@link #authenticate} does, and leaves it to the caller what must-change forbids. */
    public Optional<Login> login(String header, String remoteAddress) {
        return Credentials.of(header).flatMap(c -> c.token() == null
                ? byPassword(c.account(), c.password(), remoteAddress)
                : byToken(TokenValues.hash(c.token())));
    }

    /**
     * Puts a login at a registered terminal (8-2(13)①).
     *
     * @param login    the login
     * @param terminal the terminal's value
     * @return the login from there; empty where there is no such terminal, or no longer
     */
    public Optional<Login> at(Login login, String terminal) {
        return directory.terminal(TokenValues.hash(terminal.strip())).map(found -> login.at(found.id()));
    }

    /** Checks a name and a password as {@link #login} checks those of a header. */
    public Optional<Login> password(String name, String password, String remoteAddress) {
        return byPassword(name, password, remoteAddress);
    }

    /** Tokens can't be guessed, so a wrong one slows nobody down. */
    private Optional<Login> byToken(String hash) {
        Optional<Caller> system = operators.find(hash);
        if (system.isPresent()) {
            return system.map(caller -> new Login(caller, Login.BEARER, false));
        }
        return directory.token(hash).filter(t -> t.holdsAt(clock.instant())).map(AccessToken::account)
                .flatMap(directory::account).filter(directory::isUsable)
                .map(a -> new Login(directory.caller(a), Login.BEARER, a.mustChange()));
    }

    private Optional<Login> byPassword(String name, String password, String remoteAddress) {
        String address = Addresses.key(remoteAddress);
        String key = name.length() > LONGEST_NAME ? "" : Account.key(name);
        refuseWhileSlowed(accounts, key);
        Account account = directory.account(name).filter(directory::isUsable).orElse(null);
        if (account != null && remembered.holds(account, password)) {
            return Optional.of(succeeded(account, key, address));
        }
        String hash = account == null ? null : account.passwordHash();
        boolean right = passwords.verify(password, hash, () -> {
            refuseWhileSlowed(accounts, key);
            refuseWhileSlowed(addresses, address);
        });
        if (!right) {
            failed(name, key, address);
            return Optional.empty();
        }
        // It may have been disabled, or got another password, meanwhile.
        Account now = directory.account(name).filter(directory::isUsable).orElse(null);
        if (now == null || !Objects.equals(now.passwordHash(), hash)) {
            return Optional.empty();
        }
        remembered.add(now, password);
        return Optional.of(succeeded(now, key, address));
    }

    /**
     * Checks whether someone who is logged in knows an account's password.
     *
     * @param account       the account
     * @param password      what they gave
     * @param remoteAddress from where
     * @return whether it is right; a wrong one counts like a failed login
     */
    public boolean knows(Account account, String password, String remoteAddress) {
        return byPassword(account.name(), password, remoteAddress).isPresent();
    }

    private Login succeeded(Account account, String key, String address) {
        accounts.succeeded(key);
        addresses.succeeded(address);
        return new Login(directory.caller(account), Login.BASIC, account.mustChange());
    }

    private void failed(String name, String key, String address) {
        String known = directory.account(name).map(Account::name).orElse(null);
        accounts.failed(key).ifPresent(series -> recorder.slowedDown(known, address, series));
        addresses.failed(address).ifPresent(series -> recorder.slowedDown(null, address, series));
    }

    private static void refuseWhileSlowed(Throttle throttle, String key) {
        throttle.remaining(key).ifPresent(wait -> {
            throw new LoginThrottledException(wait);
        });
    }
}
