// A use of the client that is generated from the running system's document: it compiles only while the document says what
// this file expects, and passes only while the system answers so. OpenApiIT runs it in a copy of this folder.
import createClient from "openapi-fetch";
import type { components, paths } from "./daicho.js";

declare const process: { env: Record<string, string | undefined>; exitCode: number };

type Asset = components["schemas"]["AssetsInventoryEntry"];

const client = createClient<paths>({
  baseUrl: process.env.DAICHO_URL,
  headers: { Authorization: `Bearer ${process.env.DAICHO_TOKEN}` },
});

function check(holds: boolean, what: string): asserts holds {
  if (!holds) {
    throw new Error(what);
  }
}

const me = await client.GET("/api/access/me");
const account: components["schemas"]["Account"] | undefined = me.data;
check(account?.roles.some((grant) => grant.role === "manager") === true, `me: ${JSON.stringify(me)}`);

const fields = {
  category: "紙媒体",
  name: "会員名簿",
  location: "事務局の書庫",
  specificPersonalInformation: false,
} as const;

const entered = await client.POST("/api/ledgers/assets.inventory/entries", {
  params: { header: { "Idempotency-Key": "client-1" } },
  body: { fields },
});
check(entered.response.status === 201 && entered.data !== undefined, `enter: ${JSON.stringify(entered.error)}`);
const asset: Asset = entered.data;
check(asset.state === "active" && asset.fields.name === "会員名簿", `entered: ${JSON.stringify(asset)}`);

const listed = await client.GET("/api/ledgers/assets.inventory/entries", {
  params: { query: { limit: 10, category: "紙媒体" } },
});
check(listed.data?.items.some((item) => item.id === asset.id) === true, `list: ${JSON.stringify(listed)}`);

const corrected = await client.PUT("/api/ledgers/assets.inventory/entries/{entry}", {
  params: { path: { entry: asset.id }, header: { "If-Match": entered.response.headers.get("ETag") ?? "" } },
  body: { fields: { ...fields, location: "会議室の書庫" }, reason: "置き場所の変更" },
});
check(corrected.data?.version === 2, `correct: ${JSON.stringify(corrected.error)}`);

const stale = await client.PUT("/api/ledgers/assets.inventory/entries/{entry}", {
  params: { path: { entry: asset.id }, header: { "If-Match": '"v1"' } },
  body: { fields, reason: "古い版から" },
});
check(stale.response.status === 412 && stale.error?.status === 412, "a stale version is a typed problem");

const refused = await client.POST("/api/ledgers/assets.inventory/entries", {
  body: { fields: { ...fields, name: " " } },
});
check(refused.response.status === 422 && refused.error !== undefined, "a blank name is refused");
const problem: components["schemas"]["Problem"] = refused.error;
check(problem.violations?.[0]?.field === "name", `problem: ${JSON.stringify(problem)}`);

const removed = await client.POST("/api/ledgers/assets.inventory/entries/{entry}/actions/remove", {
  params: { path: { entry: asset.id } },
  body: {
    fields: {
      removalReason: "保存期間の満了",
      disposalMethod: "物理的消去（シュレッダー・破砕・粉砕）",
      disposedOn: new Date().toISOString().slice(0, 10),
      disposedBy: "荻窪花子",
      disposalRecord: "事務局の書庫の綴り",
    },
  },
});
check(removed.data?.state === "removed", `act: ${JSON.stringify(removed.error)}`);

const versions = await client.GET("/api/ledgers/assets.inventory/entries/{entry}/versions", {
  params: { path: { entry: asset.id } },
});
check(versions.data?.length === 3, `versions: ${JSON.stringify(versions.data)}`);

// @ts-expect-error: a column that the ledger does not have is an error of the compiler
const wrong: components["schemas"]["AssetsInventoryNew"] = { fields: { ...fields, colour: "red" } };
check(wrong !== undefined, "never");

console.log("the generated client works");
