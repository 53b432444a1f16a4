// What portman derives from the document that one account is told, run by newman: every collection is read; what can be
// entered with nothing before it is entered with its example, and then read by the id that the answer had. Each answer has
// a status of success, the media type, headers and schema that the document says. PortmanIT runs it.
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import newman from "newman";

const { DAICHO_URL, DAICHO_TOKEN } = process.env;
const told = JSON.parse(readFileSync("told.json", "utf8"));

// These need another entry, somebody in office, or a session; and once somebody is registered, whoever is not is not in office.
const needy = [
  "council.members", "council.acknowledgments", "council.reviews", "council.instructions", "systems.seats",
  "training.attendance",
];
const conditional = ["/api/access/session", "/api/log/succession"];

const entries = /^\/api\/ledgers\/([^/]+)\/entries(\/\{entry\}.*)?$/;
const assignVariables = [];
const overwrites = [];

function enters(ledger) {
  return !needy.includes(ledger) && told.paths[`/api/ledgers/${ledger}/entries`]?.post !== undefined;
}

function wanted(path, method) {
  const [, ledger, below] = entries.exec(path) ?? [];
  if (method === "post") {
    return ledger !== undefined && below === undefined && enters(ledger);
  }
  return method === "get" && !conditional.includes(path)
    && (below === undefined ? !path.includes("{") : enters(ledger));
}

for (const [path, operations] of Object.entries(told.paths)) {
  const [, ledger, below] = entries.exec(path) ?? [];
  for (const [method, operation] of Object.entries(operations)) {
    if (!wanted(path, method)) {
      delete operations[method];
      continue;
    }
    delete operation.security;
    if (method === "post") {
      const id = { responseBodyProp: "id", name: ledger };
      assignVariables.push({ openApiOperation: `POST::${path}`, collectionVariables: [id] });
    } else if (below !== undefined) {
      const entry = { key: "entry", value: `{{${ledger}}}`, overwrite: true };
      overwrites.push({ openApiOperation: `GET::${path}`, overwriteRequestPathVariables: [entry] });
    }
  }
}
told.security = [{ bearer: [] }];
const contractTests = ["statusSuccess", "contentType", "jsonBody", "schemaValidation", "headersPresent"]
  .map((test) => ({ openApiOperation: "*::/*", [test]: { enabled: true } }));
const globals = { securityOverwrites: { bearer: { token: DAICHO_TOKEN } } };
writeFileSync("derived.json", JSON.stringify(told));
writeFileSync("portman.json", JSON.stringify({ version: 1.0, tests: { contractTests }, assignVariables, overwrites, globals }));
writeFileSync("postman.json", JSON.stringify({
  folderStrategy: "Paths",
  requestParametersResolution: "Example",
  exampleParametersResolution: "Example",
  enableOptionalParameters: false,
}));

const portman = spawnSync(process.execPath, ["node_modules/@apideck/portman/bin/portman", "--local", "derived.json",
  "--baseUrl", DAICHO_URL, "--portmanConfigFile", "portman.json", "--postmanConfigFile", "postman.json", "--output",
  "collection.json", "--logAssignVariables", "false"], { encoding: "utf8" });
if (portman.status !== 0) {
  throw new Error(portman.stdout + portman.stderr);
}
newman.run({ collection: JSON.parse(readFileSync("collection.json", "utf8")) })
  .on("request", (error, { request, response }) => {
    if (response?.code >= 400) {
      console.log(`${request.method} ${request.url} ${request.body ?? ""}\n  ${response.code} ${response.text()}`);
    }
  })
  .on("done", (error, summary) => {
    if (error) {
      throw error;
    }
    const { stats, failures } = summary.run;
    console.log(`${stats.requests.total} requests, ${stats.assertions.total} assertions`);
    failures.forEach(({ error: { test, message } }) => console.log(`${test}: ${message}`));
    process.exitCode = failures.length === 0 ? 0 : 1;
  });
