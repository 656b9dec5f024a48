import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import getPort from "get-port";
import type { BrowserSettings, StartedBrowser } from "./browser";
import { until } from "./until";
import { requestOf, webDriver } from "./webdriver";

export type WebkitPrograms = { driver: string; browser: string; display: string };

/** Starts WebKitGTK's MiniBrowser on a display that nobody sees, and drives it by WebKitWebDriver. */
export async function startWebkit(programs: WebkitPrograms, settings: BrowserSettings): Promise<StartedBrowser> {
  const children: ChildProcess[] = [];
  const start = (program: string, args: string[], environment: Record<string, string>, stdio: "ignore" | "pipe") => {
    const child = spawn(program, args, {
      env: { ...process.env, ...environment },
      stdio: ["ignore", "ignore", "ignore", stdio],
    });
    children.push(child);
    return child;
  };
  const quit = async () => {
    for (const child of children.toReversed()) {
      if (child.exitCode !== null) continue;
      child.kill("SIGTERM");
      await once(child, "exit");
    }
  };
  try {
    const screen = ["-screen", "0", "1600x1200x24", "-nolisten", "tcp", "-displayfd", "3"];
    const display = await readLine(start(programs.display, screen, {}, "pipe"));
    const port = await getPort();
    start(programs.driver, [`--port=${port}`], environmentOf(display, settings), "ignore");
    const url = `http://127.0.0.1:${port}`;
    await until("WebKitWebDriver answers", async () => (await fetch(`${url}/status`)).ok);
    const args = ["--automation", `--enable-javascript=${settings.hasScripts}`];
    const alwaysMatch = { "webkitgtk:browserOptions": { binary: programs.browser, args } };
    const session = (await ask(`${url}/session`, "POST", JSON.stringify({ capabilities: { alwaysMatch } }))) as {
      sessionId: string;
    };
    const sessionUrl = `${url}/session/${session.sessionId}`;
    const browser = webDriver((name, params = {}) => {
      const { method, path, body } = requestOf(name, params);
      return ask(`${sessionUrl}${path}`, method, body);
    });
    return {
      browser,
      async quit() {
        await ask(sessionUrl, "DELETE", null).catch(() => {});
        await quit();
      },
    };
  } catch (error) {
    await quit();
    throw error;
  }
}

function environmentOf(display: string, { colorScheme, timeZone }: BrowserSettings): Record<string, string> {
  return {
    DISPLAY: `:${display}`,
    TZ: timeZone,
    LANGUAGE: "en_US",
    GTK_THEME: colorScheme === "dark" ? "Adwaita:dark" : "Adwaita",
    // The sandbox needs user namespaces, and a container often has none.
    WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1",
  };
}

async function readLine(child: ChildProcess): Promise<string> {
  const [chunk] = await once(child.stdio[3] as Readable, "data", { signal: AbortSignal.timeout(10_000) });
  return String(chunk).trim();
}

async function ask(url: string, method: string, body: string | null): Promise<unknown> {
  const response = await fetch(url, { method, body });
  const { value } = (await response.json()) as { value: unknown };
  if (response.ok) return value;
  const { error, message } = value as { error: string; message: string };
  throw new Error(`${error}: ${message}`);
}
