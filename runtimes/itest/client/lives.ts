// One entry's life in each chapter, through a client whose types are made of the running system's document: it compiles only
// while the document says what this file expects, and passes only while the system answers so. DocumentIT runs it.
import createClient, { type Client } from "openapi-fetch";
import type { components, paths } from "./whole.js";

declare const process: { env: Record<string, string | undefined>; exitCode: number };

const tokens: Record<string, string> = JSON.parse(process.env.DAICHO_TOKENS ?? "{}");
const today = new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Tokyo" }).format(new Date());

function as(account: string): Client<paths> {
  return createClient<paths>({
    baseUrl: process.env.DAICHO_URL,
    headers: { Authorization: `Bearer ${tokens[account]}` },
  });
}

const manager = as("kaicho");
const staff = as("okada");
const colleague = as("tanaka");
const member = as("takahashi");
const handler = as("ito");
const second = as("kato");

type Answer<T> = { data?: T; error?: unknown; response: { status: number } };

// What an operation answered, or an end with what it said.
function done<T>(answer: Answer<T>): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.status} ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

function ends(state: string, entry: components["schemas"]["Entry"]): void {
  if (entry.state !== state) {
    throw new Error(`${entry.ledger} is ${entry.state}, not ${state}`);
  }
  console.log(`${entry.ledger} ${entry.state}`);
}

const nothing = { fields: {} };

async function place(): Promise<void> {
  const ledger = "/api/ledgers/council.places/entries";
  const fields = { name: "型つきの会議室", kind: "執務室", lockable: true, restricted: true } as const;
  const { id } = done(await staff.POST(ledger, { body: { fields } }));
  const params = { path: { entry: id } };
  done(await manager.PUT(`${ledger}/{entry}`, {
    params: { ...params, header: { "If-Match": '"v1"' } },
    body: { fields: { ...fields, name: "型つきの第二会議室" }, reason: "名称の変更" },
  }));
  ends("retired", done(await manager.POST(`${ledger}/{entry}/actions/retire`, {
    params,
    body: { fields: { retirementReason: "改装のため" } },
  })));
}

async function asset(): Promise<void> {
  const ledger = "/api/ledgers/assets.inventory/entries";
  const fields = {
    category: "紙媒体", name: "型つきの名簿", location: "事務局の書庫", specificPersonalInformation: false,
  } as const;
  const { id } = done(await staff.POST(ledger, { body: { fields } }));
  ends("removed", done(await manager.POST(`${ledger}/{entry}/actions/remove`, {
    params: { path: { entry: id } },
    body: {
      fields: {
        removalReason: "保存期間の満了",
        disposalMethod: "物理的消去（シュレッダー・破砕・粉砕）",
        disposedOn: today,
        disposedBy: "岡田",
      },
    },
  })));
}

async function takeout(): Promise<void> {
  const ledger = "/api/ledgers/media.takeouts/entries";
  const { id } = done(await staff.POST(ledger, { body: { fields: { asset: "型つきの会報" } } }));
  const params = { path: { entry: id } };
  done(await manager.POST(`${ledger}/{entry}/actions/approve`, { params, body: nothing }));
  done(await staff.POST(`${ledger}/{entry}/actions/take-out`, { params, body: nothing }));
  done(await staff.POST(`${ledger}/{entry}/actions/return`, { params, body: nothing }));
  ends("confirmed", done(await manager.POST(`${ledger}/{entry}/actions/confirm-return`, { params, body: nothing })));
}

async function device(): Promise<void> {
  const ledger = "/api/ledgers/systems.devices/entries";
  const { id } = done(await staff.POST(ledger, {
    body: { fields: { device: "型つきのパソコン", kind: "デスクトップ型パソコン", place: "事務局" } },
  }));
  ends("active", done(await colleague.POST(`${ledger}/{entry}/actions/check`, {
    params: { path: { entry: id } },
    body: {
      fields: {
        loginPassword: true, antiMalware: true, antiMalwareProduct: "Defender", antiMalwareUpdatedOn: today,
        secured: true, securing: "ワイヤー7",
      },
    },
  })));
}

async function visit(): Promise<void> {
  const ledger = "/api/ledgers/facilities.visits/entries";
  const { id } = done(await member.POST(ledger, {
    body: { fields: { enteredAt: "00:00", visitor: "型 一郎", purpose: "打合せ" } },
  }));
  ends("recorded", done(await staff.POST(`${ledger}/{entry}/actions/leave`, {
    params: { path: { entry: id } },
    body: { fields: { leftAt: "00:01" } },
  })));
}

async function incident(): Promise<void> {
  const ledger = "/api/ledgers/incidents.reports/entries";
  const { id } = done(await member.POST(ledger, {
    body: { fields: { contents: "型つきの鍵の置き忘れ", damage: "調査中", discoveredAt: `${today}T00:00:00+09:00` } },
  }));
  const params = { path: { entry: id } };
  done(await manager.POST(`${ledger}/{entry}/actions/respond`, { params, body: nothing }));
  ends("responding", done(await manager.POST(`${ledger}/{entry}/actions/inform`, {
    params,
    body: { fields: { informedTo: "委員の全員" } },
  })));
}

async function session(): Promise<void> {
  const ledger = "/api/ledgers/training.sessions/entries";
  const { id } = done(await staff.POST(ledger, {
    body: {
      fields: {
        heldOn: today, kind: "臨時研修", audience: "関係する職員", lawTopic: true, procedureTopic: true,
        procedureVersion: "第1版", incidentTopic: "取り上げた", incidents: "型つきの鍵の置き忘れ",
      },
    },
  }));
  ends("approved", done(await manager.POST(`${ledger}/{entry}/actions/approve`, {
    params: { path: { entry: id } },
    body: nothing,
  })));
}

async function receipt(): Promise<void> {
  const ledger = "/api/ledgers/mynumber.receipts/entries";
  const { id } = done(await handler.POST(ledger, {
    body: {
      fields: {
        document: "型つきの支払調書",
        purpose: "報酬等の法定調書の作成に関する事務",
        ground: "番号法第19条第3号（本人からの提供）",
        numberCheck: "個人番号カード",
        identityCheck: "個人番号カード",
        noticeVersion: "第1版",
        noticeShownOn: today,
        storage: "書庫3",
        lockedStorage: true,
      },
    },
  }));
  const params = { path: { entry: id } };
  done(await second.POST(`${ledger}/{entry}/actions/check`, { params, body: nothing }));
  ends("disposed", done(await handler.POST(`${ledger}/{entry}/actions/dispose`, {
    params,
    body: {
      fields: {
        disposalReason: "保存期間の満了",
        disposalCategory: "紙媒体",
        disposalMethod: "物理的消去（シュレッダー・破砕・粉砕）",
        disposalWitness: "kato",
      },
    },
  })));
}

for (const life of [place, asset, takeout, device, visit, incident, session, receipt]) {
  await life();
}
// @ts-expect-error: a column that another action sets is an error of the compiler
const wrong: components["schemas"]["MediaTakeoutsNew"] = { fields: { asset: "会報", approvedBy: "kaicho" } };
if (wrong === undefined) {
  throw new Error("never");
}
