import { newSoftPasskey, type SoftPasskey } from "@/test/soft-passkey";
import type { Answer } from "./exact-request";
import type { Browser } from "./shop-client";

const passkeyPage = "/account/passkeys";

type Call = (name: string, ...args: unknown[]) => Promise<Answer>;

/** By the calls of the page's script. */
export async function addPasskey(browser: Browser): Promise<SoftPasskey> {
  const { origin, hostname } = browser.shop.url;
  const passkey = newSoftPasskey({ origin, rpId: hostname });
  const call = await readCalls(browser, ["newPasskeyOptionsAction", "addPasskeyAction"]);
  const options = readOptions(await call("newPasskeyOptionsAction"));
  const added = await call("addPasskeyAction", "Attack", passkey.create(options));
  if (!String(added.headers["x-action-redirect"]).includes("PASSKEY_ADDED")) {
    throw new Error(`the shop added no passkey (${added.status})`);
  }
  return passkey;
}

/** Re-authenticates for one action (lib/step-up/sensitive-actions.ts). */
export async function confirmByPasskey(browser: Browser, passkey: SoftPasskey, act: string): Promise<void> {
  const call = await readCalls(browser, ["passkeyOptionsAction", "confirmByPasskeyAction"]);
  await call("confirmByPasskeyAction", act, passkey.sign(readOptions(await call("passkeyOptionsAction", act))));
}

export async function switchCodesOff(browser: Browser, passkey: SoftPasskey): Promise<void> {
  await confirmByPasskey(browser, passkey, "switch-codes-off");
  const switched = await browser.submit(await browser.openForm(passkeyPage, "Switch codes off"), {});
  if (!switched.location?.includes("CODES_OFF")) throw new Error(`the shop switched no codes off (${switched.status})`);
}

function readOptions({ body, status }: Answer) {
  const line = body.split("\n").find((each) => each.startsWith("1:{"));
  if (line === undefined) throw new Error(`the shop gave no options for a passkey (${status})`);
  return JSON.parse(line.slice(2)).options;
}

/** Finds server actions in the page's scripts. */
async function readCalls(browser: Browser, names: string[]): Promise<Call> {
  const { body } = await browser.get(passkeyPage);
  const scripts = new Set(body.match(/\/_next\/static\/chunks\/[\w.~-]+\.js/g));
  const ids = new Map<string, string>();
  for (const path of scripts) {
    if (names.every((name) => ids.has(name))) break;
    for (const [, id = "", name = ""] of (await browser.get(path)).body.matchAll(
      /"([0-9a-f]{42})"[^"]*"(\w+Action)"/g,
    )) {
      ids.set(name, id);
    }
  }
  return async (name, ...args) =>
    await browser.post(
      passkeyPage,
      { json: args },
      {
        "content-type": "text/plain;charset=UTF-8",
        "next-action": ids.get(name) ?? "",
        accept: "text/x-component",
      },
    );
}
