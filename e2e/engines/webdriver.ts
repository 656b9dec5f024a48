import type { Browser, Element } from "./browser";

/** The commands of WebDriver that the tests use (w3.org/TR/webdriver2), by their names in Marionette. */
const commands = {
  Navigate: "POST /url",
  GetCurrentURL: "GET /url",
  Back: "POST /back",
  FindElements: "POST /elements",
  GetElementText: "GET /element/:id/text",
  GetElementCSSValue: "GET /element/:id/css/:propertyName",
  IsElementDisplayed: "GET /element/:id/displayed",
  ElementClear: "POST /element/:id/clear",
  ElementSendKeys: "POST /element/:id/value",
  ExecuteScript: "POST /execute/sync",
  AddCookie: "POST /cookie",
  DeleteAllCookies: "DELETE /cookie",
  SetWindowRect: "POST /window/rect",
} as const;

const enter = "\uE007";

export type CommandName = keyof typeof commands;
export type Params = Record<string, unknown>;

/** Sends one command of a session and gives its value. Rejects with the browser's words if the command fails. */
export type Send = (name: CommandName, params?: Params) => Promise<unknown>;

/** The request that carries a command, below the address of its session. */
export function requestOf(name: CommandName, params: Params): { method: string; path: string; body: string | null } {
  const [method = "", template = ""] = commands[name].split(" ");
  const path = template.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(String(params[key])));
  return { method, path, body: method === "POST" ? JSON.stringify(params) : null };
}

/** A browser that is driven by WebDriver's commands, whatever carries them. */
export function webDriver(send: Send): Browser {
  const element = (reference: Record<string, string>): Element => {
    const id = Object.values(reference)[0];
    return {
      text: async () => (await send("GetElementText", { id })) as string,
      style: async (propertyName) => (await send("GetElementCSSValue", { id, propertyName })) as string,
      // ElementClick listens for "unload" in Firefox, and Firefox keeps no page where anything does.
      activate: async () => void (await send("ElementSendKeys", { id, text: enter })),
      clear: async () => void (await send("ElementClear", { id })),
      type: async (text) => void (await send("ElementSendKeys", { id, text })),
    };
  };
  return {
    open: async (url) => void (await send("Navigate", { url })),
    url: async () => (await send("GetCurrentURL")) as string,
    back: async () => void (await send("Back")),
    async findVisible(xpath) {
      const found = (await send("FindElements", { using: "xpath", value: xpath })) as Record<string, string>[];
      const areShown = await Promise.all(
        found.map((reference) => send("IsElementDisplayed", { id: Object.values(reference)[0] })),
      );
      return found.filter((_, index) => areShown[index]).map(element);
    },
    run: (script, ...args) => send("ExecuteScript", { script, args }),
    addCookie: async (cookie) => void (await send("AddCookie", { cookie })),
    clearCookies: async () => void (await send("DeleteAllCookies")),
    resize: async (width, height) => void (await send("SetWindowRect", { width, height })),
  };
}
