export type EngineName = "firefox" | "webkit" | "whole-chromium";

/** What a browser is started with. */
export type BrowserSettings = { hasScripts: boolean; colorScheme: "light" | "dark"; timeZone: string };

type Cookie = { name: string; value: string; path: string; httpOnly: boolean; sameSite: "Lax" };

/** One window of a browser, as its driver gives it. */
export type Browser = {
  open: (url: string) => Promise<void>;
  url: () => Promise<string>;
  back: () => Promise<void>;
  findVisible: (xpath: string) => Promise<Element[]>;
  /** Runs the body of a function in the page. */
  run: (script: string, ...args: unknown[]) => Promise<unknown>;
  /** Sets a cookie for the site that the window shows. */
  addCookie: (cookie: Cookie) => Promise<void>;
  clearCookies: () => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  /** Plugs in a device that keeps passkeys and agrees to everything. Only Firefox's driver can do it here. */
  addPasskeyDevice?: () => Promise<void>;
  /** What the browser's console has told so far of violations of the content policy. Firefox only. */
  policyViolations?: () => Promise<string[]>;
};

export type Element = {
  /** What of its text can be seen. */
  text: () => Promise<string>;
  style: (property: string) => Promise<string>;
  /** Presses Enter on it, as the keyboard does. */
  activate: () => Promise<void>;
  clear: () => Promise<void>;
  type: (text: string) => Promise<void>;
};

export type StartedBrowser = { browser: Browser; quit: () => Promise<void> };
