// Whether what the running system answers is what its document says: every GET whose address can be filled in is asked, and
// its JSON compared with the schema. DocumentIT runs it in a copy of this folder.
import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";

const { DAICHO_URL, DAICHO_AUTHORIZATIONS } = process.env;
const authorizations = DAICHO_AUTHORIZATIONS.split("\n");
const PROBLEM = "#/components/schemas/Problem";

async function get(path) {
  let response;
  for (const authorization of authorizations) {
    response = await fetch(DAICHO_URL + path, { headers: { Authorization: authorization } });
    if (response.status !== 403) {
      break;
    }
  }
  const type = (response.headers.get("Content-Type") ?? "").split(";")[0];
  return { status: response.status, type, body: type.endsWith("json") ? await response.json() : undefined };
}

const document = JSON.parse(readFileSync("whole.json", "utf8"));
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
ajv.addSchema(document, "daicho");
const misfits = [];
let fitting = 0;

function compare(path, schema, body) {
  const validate = schema.$ref === undefined ? ajv.compile(absolute(schema)) : ajv.getSchema("daicho" + schema.$ref);
  if (validate(body)) {
    fitting++;
  } else {
    misfits.push(`${path}: ${ajv.errorsText(validate.errors)} in ${JSON.stringify(body).slice(0, 400)}`);
  }
}

// References of a schema that stands alone lead into the document.
function absolute(schema) {
  return JSON.parse(JSON.stringify(schema), (name, value) => (name === "$ref" ? "daicho" + value : value));
}

// The address of what a collection has first; undefined where nobody can tell.
async function filled(path) {
  const variable = /\{(\w+)\}/.exec(path);
  if (variable === null) {
    return path;
  }
  const { status, body } = await get(path.slice(0, variable.index - 1));
  const items = status === 200 ? (Array.isArray(body) ? body : body.items) : undefined;
  const key = ["id", "name", "period"].find((name) => items?.[0]?.[name] !== undefined);
  return key === undefined ? undefined : filled(path.replace(variable[0], encodeURIComponent(items[0][key])));
}

for (const [template, operations] of Object.entries(document.paths)) {
  const path = operations.get === undefined ? undefined : await filled(template);
  if (path === undefined) {
    continue;
  }
  const { status, type, body } = await get(path);
  if (type === "application/problem+json") {
    compare(path, { $ref: PROBLEM }, body);
  }
  const described = operations.get.responses[status] ?? operations.get.responses.default;
  if (status === 200 && described.content?.[type] === undefined) {
    misfits.push(`${path} answers ${type}, which is not described`);
  } else if (status === 200 && body !== undefined) {
    compare(path, described.content[type].schema, body);
  } else if (status >= 500) {
    misfits.push(`${path} answers ${status}`);
  }
}
console.log(`${fitting} answers fit`);
misfits.forEach((misfit) => console.log(misfit));
process.exitCode = misfits.length === 0 ? 0 : 1;
