export type EngineName = "firefox" | "webkit" | "whole-chromium";

export type BrowserSettings = { hasScripts: boolean; colorScheme: "light" | "dark"; timeZone: string };

type Cookie = { name: string; value: string; path: string; httpOnly: boolean; sameSite: "Lax" };

export type Browser = {
  open: (url: string) => Promise<void>;
  url: () => Promise<string>;
  back: () => Promise<void>;
  findVisible: (xpath: string) => Promise<Element[]>;
  /** A function's body. */
  run: (script: string, ...args: unknown[]) => Promise<unknown>;
  addCookie: (cookie: Cookie) => Promise<void>;
  clearCookies: () => Promise<void>;
  resize: (width: number, height: number) => Promise<void>;
  /** Firefox only. */
  addPasskeyDevice?: () => Promise<void>;
  /** Firefox only. */
  policyViolations?: () => Promise<string[]>;
};

export type Element = {
  text: () => Promise<string>;
  style: (property: string) => Promise<string>;
  activate: () => Promise<void>;
  clear: () => Promise<void>;
  type: (text: string) => Promise<void>;
};

export type StartedBrowser = { browser: Browser; quit: () => Promise<void> };
