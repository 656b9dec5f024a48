import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserSettings, StartedBrowser } from "./browser";
import { until } from "./until";
import { type Params, webDriver } from "./webdriver";

/** Sends a command of Marionette, by its whole name. */
type Marionette = (name: string, params?: Params) => Promise<unknown>;

/** By Marionette, which is built in (firefox-source-docs.mozilla.org/testing/marionette). */
export async function startFirefox(
  program: string,
  { hasScripts, colorScheme, timeZone }: BrowserSettings,
): Promise<StartedBrowser> {
  const profile = mkdtempSync(join(tmpdir(), "myshop-firefox-"));
  const preferences = {
    "marionette.port": 0,
    "javascript.enabled": hasScripts,
    "layout.css.prefers-color-scheme.content-override": colorScheme === "dark" ? 0 : 1,
    "intl.accept_languages": "en-US, en",
    "security.webauth.webauthn_enable_softtoken": true,
    "security.webauth.webauthn_enable_usbtoken": false,
  };
  const lines = Object.entries(preferences).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`);
  writeFileSync(join(profile, "user.js"), lines.join("\n"));
  const flags = ["--marionette", "--headless", "--no-remote", "--remote-allow-system-access", "--profile", profile];
  const child = spawn(program, flags, {
    stdio: "ignore",
    env: { ...process.env, HOME: profile, TZ: timeZone },
  });
  const exited = once(child, "exit");
  const portFile = join(profile, "MarionetteActivePort");
  const quit = async () => {
    child.kill("SIGKILL");
    await exited;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    await until(
      "Firefox tells Marionette's port",
      async () => existsSync(portFile) && readFileSync(portFile).length > 0,
      90_000,
    );
    const socket = connect(Number(readFileSync(portFile, "utf8")), "127.0.0.1");
    const marionette = talkTo(socket);
    await marionette("WebDriver:NewSession");
    const browser = webDriver((name, params) => marionette(`WebDriver:${name}`, params));
    return { browser: { ...browser, ...firefoxAlone(marionette) }, quit };
  } catch (error) {
    await quit();
    throw error;
  }
}

function firefoxAlone(marionette: Marionette): Pick<Browser, "addPasskeyDevice" | "policyViolations"> {
  return {
    addPasskeyDevice: async () => {
      await marionette("WebAuthn:AddVirtualAuthenticator", {
        protocol: "ctap2",
        transport: "internal",
        hasResidentKey: true,
        hasUserVerification: true,
        isUserConsenting: true,
        isUserVerified: true,
      });
    },
    async policyViolations() {
      await marionette("Marionette:SetContext", { value: "chrome" });
      try {
        const script = `
          const all = Services.console.getMessageArray().map(({ message }) => message);
          return all.filter((message) => message.includes("Content-Security-Policy"));`;
        return (await marionette("WebDriver:ExecuteScript", { script, args: [] })) as string[];
      } finally {
        await marionette("Marionette:SetContext", { value: "content" });
      }
    },
  };
}

/** Marionette's messages are JSON with their length in bytes before them: `[0, id, name, params]`, `[1, id, error, result]`. */
function talkTo(socket: Socket): Marionette {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>();
  let received = Buffer.alloc(0);
  let lastId = 0;
  socket.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (let colon = received.indexOf(":"); colon > 0; colon = received.indexOf(":")) {
      const end = colon + 1 + Number(received.subarray(0, colon));
      if (received.length < end) return;
      const message = JSON.parse(received.subarray(colon + 1, end).toString());
      received = received.subarray(end);
      // The first message only says which Firefox this is.
      if (!Array.isArray(message)) continue;
      const [, id, error, result] = message;
      const caller = waiting.get(id);
      waiting.delete(id);
      if (error) caller?.reject(new Error(`${error.error}: ${error.message}`));
      else caller?.resolve(result !== null && "value" in result ? result.value : result);
    }
  });
  const fail = () => {
    for (const { reject } of waiting.values()) reject(new Error("Firefox has ended."));
    waiting.clear();
  };
  socket.on("error", fail);
  socket.on("close", fail);
  return (name, params = {}) =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      const text = JSON.stringify([0, lastId, name, params]);
      socket.write(`${Buffer.byteLength(text)}:${text}`);
    });
}
