package org.daicho.access.internal.rest;

import static org.daicho.access.internal.TestCouncil.basic;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import javax.servlet.http.HttpServletRequest;
import javax.ws.rs.core.Response;
import javax.ws.rs.core.UriBuilder;
import javax.ws.rs.core.UriInfo;

import org.daicho.access.internal.HandlerRegister;
import org.daicho.access.internal.TestCouncil;
import org.daicho.access.internal.login.Login;
import org.daicho.access.internal.login.Logins;
import org.daicho.access.internal.login.Operators;
import org.daicho.ledger.LedgerException;
import org.daicho.ledger.LedgerException.Kind;
import org.daicho.ledger.value.Role;
import org.daicho.ledger.value.Violation;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

class ResourcesTest {

    private static final String PASSWORD = "荻窪の朝はとても早い";

    @TempDir
    Path keys;
    @AutoClose
    private TestCouncil council;
    private UsersResource users;
    private PasswordResource passwords;
    private TokensResource tokens;
    private PersonsResource persons;
    private MeResource me;
    private Logins logins;

    @BeforeAll
    static void useJaxRs() {
        JaxRs.use();
    }

    @BeforeEach
    void open() throws Exception {
        council = TestCouncil.open(keys);
        logins = new Logins(council.ledger(), council.directory(), TestCouncil.PASSWORDS, new Operators());
        users = new UsersResource(council.ledger(), council.directory(), TestCouncil.PASSWORDS);
        passwords = new PasswordResource(council.ledger(), council.directory(), TestCouncil.PASSWORDS, logins);
        tokens = new TokensResource(council.ledger(), council.directory());
        persons = new PersonsResource(council.ledger(), council.directory());
        me = new MeResource(council.ledger(), council.directory());
    }

    private CallerContext as(String account) {
        return as(account, Login.BASIC);
    }

    private CallerContext as(String account, String scheme) {
        return new CallerContext(new Login(council.caller(account), scheme, false), false);
    }

    private static InputStream body(String json) {
        return new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static UriInfo at(String path) {
        return (UriInfo) Proxy.newProxyInstance(ResourcesTest.class.getClassLoader(), new Class<?>[]{UriInfo.class},
                (proxy, method, args) -> UriBuilder.fromUri("http://localhost/api/access/" + path));
    }

    private static HttpServletRequest request() {
        return (HttpServletRequest) Proxy.newProxyInstance(ResourcesTest.class.getClassLoader(),
                new Class<?>[]{HttpServletRequest.class}, (proxy, method, args) -> "192.0.2.7");
    }

    private Response create(String json) {
        return users.create(body(json), as("admin"), at("users"));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> answer(Response response) {
        return (Map<String, Object>) response.getEntity();
    }

    @SuppressWarnings("unchecked")
    private static List<String> roles(Map<String, Object> user) {
        return ((List<Map<String, Object>>) user.get("roles")).stream().map(r -> r.get("role") + " " + r.get("state"))
                .toList();
    }

    private static void assertRefused(Kind kind, Executable call) {
        assertEquals(kind, assertThrows(LedgerException.class, call).kind());
    }

    private static void assertWrong(List<String> fields, Executable call) {
        LedgerException refused = assertThrows(LedgerException.class, call);
        assertEquals(Kind.INVALID, refused.kind());
        assertEquals(fields, refused.violations().stream().map(Violation::field).toList());
    }

    private boolean opens(String account, String password) {
        return logins.login(basic(account, password), "192.0.2.7").isPresent();
    }

    @Test
    void aNewAccountHasAPersonRolesAndAPlace() {
        Response created = create(
                "{'name':'sato','displayName':'佐藤 花子','password':'" + PASSWORD + "','roles':['staff']}");
        assertEquals(201, created.getStatus());
        assertEquals("http://localhost/api/access/users/sato", created.getHeaderString("Location"));
        Map<String, Object> user = answer(created);
        assertEquals("佐藤 花子", user.get("personName"));
        assertEquals(List.of("staff active"), roles(user));
        assertFalse(created.getEntity().toString().contains("argon2"), "no answer carries a secret");
        assertTrue(opens("sato", PASSWORD));
    }

    @Test
    void onePersonMayHaveSeveralAccounts() {
        Map<String, Object> first = answer(create("{'name':'sato','password':'" + PASSWORD + "','roles':['staff']}"));
        Map<String, Object> second = answer(create("{'name':'sato2','password':'" + PASSWORD + "','person':'"
                + first.get("person") + "'}"));
        assertEquals(first.get("person"), second.get("person"));
        assertEquals(List.of("staff active"), roles(second));
    }

    @Test
    void anAccountIsLinkedToAnotherPersonLater() {
        create("{'name':'sato','password':'" + PASSWORD + "'}");
        String person = (String) answer(persons.create(body("{'name':'鈴木'}"), as("admin"), at("persons"))).get("id");
        Map<String, Object> linked = users.change("sato", body("{'person':'" + person + "'}"), as("admin"));
        assertEquals("鈴木", linked.get("personName"));
    }

    @Test
    void whatIsWrongWithANewAccountIsNamedAndNothingIsWritten() {
        int before = council.directory().persons().size();
        assertWrong(List.of("colour", "name", "password", "person", "roles"),
                () -> create("{'name':'a b','password':'short','person':'nobody','roles':['king'],'colour':'red'}"));
        assertWrong(List.of("name", "password"), () -> create("{}"));
        assertWrong(List.of("roles"),
                () -> create("{'name':'sato','password':'" + PASSWORD + "','roles':['staff','operator']}"));
        assertEquals(before, council.directory().persons().size());
    }

    @Test
    void aTakenNameIsAConflict() {
        assertRefused(Kind.CONFLICT, () -> create("{'name':'ADMIN','password':'" + PASSWORD + "'}"));
    }

    @Test
    void handlerIsNeverGivenByHand8_1() {
        LedgerException refused = assertThrows(LedgerException.class,
                () -> create("{'name':'sato','password':'" + PASSWORD + "','roles':['handler']}"));
        assertEquals("8-1(1)①", refused.violations().get(0).clause());
    }

    @Test
    @DisplayName("8-1(1)① who asks for their own account sees that the register makes them a handler, and until when")
    void aHandlerSeesThatTheyAreOne() {
        create("{'name':'sato','password':'" + PASSWORD + "','roles':['staff']}");
        council.add(new HandlerRegister());
        assertEquals(List.of("staff active"), roles(me.me(as("sato"))));
        HandlerRegister.designate(council, "sato", "2026-11-01", "2026-11-23");
        assertEquals(List.of("staff active"), roles(me.me(as("sato"))));
        HandlerRegister.designate(council, "sato", "2026-11-24", "2026-12-01");
        assertEquals(List.of("staff active", "handler active"), roles(me.me(as("sato"))));
        List<?> held = (List<?>) me.me(as("sato")).get("roles");
        Map<?, ?> handler = (Map<?, ?>) held.get(1);
        assertEquals(List.of("2026-11-24", "2026-11-30", List.of("mynumber")),
                List.of(handler.get("from"), handler.get("to"), handler.get("scope")));
    }

    @Test
    void rolesComeAsAnArrayOrInAnObject() {
        create("{'name':'sato','password':'" + PASSWORD + "'}");
        assertEquals(List.of("staff active"), roles(users.roles("sato", body("['staff']"), as("admin"))));
        Map<String, Object> user = users.roles("sato", body("{'roles':['member',{'role':'deputy','from':'2026-11-23',"
                + "'to':'2026-12-31','scope':['access.grants']}]}"), as("admin"));
        assertEquals(List.of("deputy active", "member active"), roles(user));
        assertEquals(List.of(), roles(users.roles("sato", body("[]"), as("admin"))));
    }

    @Test
    void wrongRolesAreRefused() {
        create("{'name':'sato','password':'" + PASSWORD + "'}");
        String days = "'from':'2026-11-23','to':'2026-12-31'";
        for (String roles : List.of("{'role':'staff'}", "'staff'", "null", "[1]", "[{'role':'deputy'}]",
                "[{'role':'deputy'," + days + ",'scope':[]}]", "[{'role':'deputy'," + days + ",'scope':['nothing']}]",
                "[{'role':'deputy'," + days + ",'why':1}]", "[{'role':'staff','to':'31.12.2026'}]",
                "[{" + days + "}]")) {
            assertRefused(Kind.INVALID, () -> users.roles("sato", body(roles), as("admin")));
        }
        assertEquals(List.of(), roles(users.get("sato", as("admin"))));
    }

    @Test
    void theManagerSeesTheAccountsAndWritesNone() {
        create("{'name':'kaicho','password':'" + PASSWORD + "','roles':['manager']}");
        assertEquals(List.of("admin", "kaicho"),
                users.list(as("kaicho")).stream().map(u -> u.get("name")).toList());
        assertRefused(Kind.FORBIDDEN,
                () -> users.create(body("{'name':'x','password':'" + PASSWORD + "'}"), as("kaicho"), at("users")));
        assertRefused(Kind.FORBIDDEN, () -> users.change("admin", body("{'disabled':true}"), as("kaicho")));
        assertRefused(Kind.FORBIDDEN, () -> users.roles("kaicho", body("['operator']"), as("kaicho")));
    }

    @Test
    void othersSeeThemselvesOnly() {
        create("{'name':'sato','password':'" + PASSWORD + "','roles':['staff']}");
        assertRefused(Kind.FORBIDDEN, () -> users.list(as("sato")));
        assertRefused(Kind.FORBIDDEN, () -> users.get("admin", as("sato")));
        assertRefused(Kind.FORBIDDEN, () -> persons.list(as("sato")));
        assertEquals("sato", users.get("sato", as("sato")).get("name"));
        assertEquals(users.get("sato", as("sato")), me.me(as("sato")));
    }

    @Test
    void aMendedNameIsThePersonsToo() {
        create("{'name':'sato','displayName':'左藤','password':'" + PASSWORD + "'}");
        Map<String, Object> user = users.change("sato", body("{'displayName':'佐藤'}"), as("admin"));
        assertEquals(List.of("佐藤", "佐藤"), List.of(user.get("displayName"), user.get("personName")));
    }

    @Test
    void everyoneChangesTheirOwnPassword() {
        create("{'name':'sato','password':'" + PASSWORD + "','roles':['staff']}");
        Response changed = passwords.set("sato", body("{'password':'another password'}"), as("sato"), request());
        assertEquals(204, changed.getStatus());
        assertTrue(opens("sato", "another password"));
        assertRefused(Kind.FORBIDDEN,
                () -> passwords.set("admin", body("{'password':'another password'}"), as("sato"), request()));
    }

    @Test
    void withATokenThePresentPasswordIsAskedFor() {
        create("{'name':'sato','password':'" + PASSWORD + "','roles':['staff']}");
        CallerContext token = as("sato", Login.BEARER);
        assertWrong(List.of("current"),
                () -> passwords.set("sato", body("{'password':'another password'}"), token, request()));
        assertWrong(List.of("current"), () -> passwords.set("sato",
                body("{'password':'another password','current':'a wrong one'}"), token, request()));
        assertEquals(204, passwords.set("sato", body("{'password':'another password','current':'" + PASSWORD + "'}"),
                token, request()).getStatus());
    }

    @Test
    void aPasswordThatMustBeChangedIsChangedToAnother() {
        create("{'name':'sato','password':'" + PASSWORD + "','roles':['operator'],'mustChange':true}");
        assertWrong(List.of("password"),
                () -> passwords.set("sato", body("{'password':'" + PASSWORD + "'}"), as("sato"), request()));
        assertRefused(Kind.FORBIDDEN,
                () -> passwords.set("admin", body("{'password':'another password'}"), as("sato"), request()));
        passwords.set("sato", body("{'password':'another password'}"), as("sato"), request());
        assertEquals(false, me.me(as("sato")).get("mustChange"));
    }

    @Test
    void aTokenIsShownOnceAndTakenBack() {
        Response issued = tokens.issue(body("{'label':'backup'}"), as("admin"), at("tokens"));
        String value = (String) answer(issued).get("token");
        String id = (String) answer(issued).get("id");
        assertEquals("http://localhost/api/access/tokens/" + id, issued.getHeaderString("Location"));
        assertEquals("no-store", issued.getHeaderString("Cache-Control"));
        assertTrue(logins.login("Bearer " + value, null).isPresent());
        assertFalse(tokens.list(as("admin")).get(0).containsKey("token"));
        assertEquals(204, tokens.revoke(id, as("admin")).getStatus());
        assertEquals(204, tokens.revoke(id, as("admin")).getStatus());
        assertEquals(List.of(), tokens.list(as("admin")));
        assertFalse(logins.login("Bearer " + value, null).isPresent());
    }

    @Test
    void tokensOfOthersAreTheOperatorsOnly() {
        create("{'name':'sato','password':'" + PASSWORD + "','roles':['staff']}");
        String admins = (String) answer(tokens.issue(body("{'label':'a'}"), as("admin"), at("tokens"))).get("id");
        tokens.issue(body("{'label':'b'}"), as("sato"), at("tokens"));
        council.clock.pass(Duration.ofSeconds(1));
        tokens.issue(body("{'label':'c','account':'sato','expires':'2099-01-01T00:00:00+09:00'}"), as("admin"),
                at("tokens"));
        assertEquals(3, tokens.list(as("admin")).size());
        assertEquals(List.of("b", "c"), tokens.list(as("sato")).stream().map(t -> t.get("label")).toList());
        assertRefused(Kind.FORBIDDEN,
                () -> tokens.issue(body("{'label':'d','account':'admin'}"), as("sato"), at("tokens")));
        assertRefused(Kind.NOT_FOUND, () -> tokens.revoke(admins, as("sato")));
    }

    @Test
    void aTokenNeedsALabelAndATimeToCome() {
        assertWrong(List.of("label", "expires"),
                () -> tokens.issue(body("{'expires':'2020-01-01T00:00:00+09:00'}"), as("admin"), at("tokens")));
        assertWrong(List.of("account"),
                () -> tokens.issue(body("{'label':'x','account':'nobody'}"), as("admin"), at("tokens")));
    }

    @Test
    void anUnknownAccountIsNotFound() {
        assertRefused(Kind.NOT_FOUND, () -> users.get("nobody", as("admin")));
        assertRefused(Kind.NOT_FOUND, () -> users.roles("nobody", body("[]"), as("admin")));
        assertRefused(Kind.NOT_FOUND,
                () -> passwords.set("nobody", body("{'password':'a good password'}"), as("admin"), request()));
    }

    @Test
    void theRoleOfACallerIsKnownToJaxRs() {
        council.person("sato", Role.STAFF);
        assertTrue(as("sato").isUserInRole("staff"));
        assertFalse(as("sato").isUserInRole("operator"));
        assertFalse(new CallerContext(null, false).isUserInRole("staff"));
    }
}
