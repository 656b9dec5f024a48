import { shop } from "@/e2e/running-shop";
import type { Browser, Element } from "./browser";
import { until } from "./until";

/** What a person does in a browser, in the words of the page. Each step waits until it can be done. */
export function visitorWith(browser: Browser, { hasScripts }: { hasScripts: boolean }) {
  const find = (what: string, xpath: string): Promise<Element> =>
    until(what, async () => (await browser.findVisible(xpath))[0]);
  const body = () => find("the page", "//body");
  const fieldOf = (label: string) =>
    `//*[@id = //label[contains(normalize-space(.), "${label}")]/@for][self::input or self::select]`;
  const path = async () => {
    const { pathname, search } = new URL(await browser.url());
    return `${pathname}${search}`;
  };

  /** A field that the page's scripts listen to: what is typed before that is only sent with the form. */
  async function findField(label: string): Promise<Element> {
    const field = await find(`the field ${label}`, fieldOf(label));
    if (hasScripts) await until(`scripts listen to ${label}`, () => listensTo(fieldOf(label)));
    return field;
  }

  async function listensTo(xpath: string): Promise<boolean> {
    const script = `
      const found = document.evaluate(arguments[0], document, null, 9, null).singleNodeValue;
      return found !== null && Object.keys(found).some((key) => key.startsWith("__reactProps"));`;
    return (await browser.run(script, xpath)) === true;
  }

  const activate = (what: string, xpath: string) =>
    until(what, async () => {
      // WebKitWebDriver calls visible what a closed <details> holds, and then cannot press it.
      let failure: unknown;
      for (const found of await browser.findVisible(xpath)) {
        try {
          await found.activate();
          return found;
        } catch (error) {
          failure = error;
        }
      }
      if (failure) throw failure;
      return null;
    });

  return {
    browser,
    path,
    open: (to: string) => browser.open(new URL(to, shop.url).href),
    back: () => browser.back(),
    /** What can be read on the page. */
    text: async () => (await body()).text(),
    see: (text: string) => until(`seen: ${text}`, async () => (await (await body()).text()).includes(text)),
    arriveAt: (wanted: RegExp) => until(`arrived at ${wanted}`, async () => wanted.test(await path())),
    press: (name: string) =>
      activate(`the button ${name}`, `//button[normalize-space(.) = "${name}" or *[@aria-label = "${name}"]]`),
    follow: (name: string) => activate(`the link ${name}`, `//a[normalize-space(.) = "${name}"]`),
    unfold: (name: string) => activate(`what unfolds: ${name}`, `//summary[contains(., "${name}")]`),
    untilScriptsListen: (label: string) => findField(label),
    styleOfBody: async (property: string) => (await body()).style(property),
    valueOf: async (label: string) => {
      const script = "return document.evaluate(arguments[0], document, null, 9, null).singleNodeValue.value;";
      return await browser.run(script, fieldOf(label));
    },
    async fill(label: string, text: string) {
      const field = await findField(label);
      await field.clear();
      await field.type(text);
    },
    /** Puts a whole text in at once, by the browser's own editing, as a paste does. */
    async paste(label: string, text: string) {
      await findField(label);
      const script = `
        document.evaluate(arguments[0], document, null, 9, null).singleNodeValue.focus();
        return document.execCommand("insertText", false, arguments[1]);`;
      await browser.run(script, fieldOf(label), text);
    },
  };
}

export type Visitor = ReturnType<typeof visitorWith>;
