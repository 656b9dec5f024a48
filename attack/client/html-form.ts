import { type HTMLElement, parse } from "node-html-parser";

/** As a browser without JavaScript sends it. */
export type Form = { action: string; fields: [name: string, value: string][] };

/** The form whose button starts with `button`, with hidden fields, or null. `path` is its default action. */
export function findForm(html: string, path: string, button: string): Form | null {
  for (const form of parse(html).querySelectorAll("form")) {
    const isIt = form.querySelectorAll("button").some((found) => found.textContent.trim().startsWith(button));
    if (!isIt) continue;
    return { action: form.getAttribute("action") || path, fields: form.querySelectorAll(controls).flatMap(readField) };
  }
  return null;
}

const controls = "input, textarea, select";

function readField(control: HTMLElement): Form["fields"] {
  const name = control.getAttribute("name");
  if (name === undefined) return [];
  if (control.tagName === "TEXTAREA") return [[name, control.textContent.replace(/^\n/, "")]];
  if (control.tagName === "SELECT") {
    const options = control.querySelectorAll("option");
    const chosen = options.find((option) => option.hasAttribute("selected")) ?? options[0];
    return chosen === undefined ? [] : [[name, chosen.getAttribute("value") ?? chosen.textContent]];
  }
  const isTicked = control.hasAttribute("checked") || !/^(?:checkbox|radio)$/.test(control.getAttribute("type") ?? "");
  const value = control.getAttribute("value") ?? (control.getAttribute("type") === "checkbox" ? "on" : "");
  return isTicked ? [[name, value]] : [];
}

export function readTexts(html: string): string[] {
  const page = parse(html, { blockTextElements: { script: false, style: false, noscript: false } });
  const texts: string[] = [];
  const visit = (node: ReturnType<typeof parse>["childNodes"][number]) => {
    if (node.nodeType === 3) texts.push(node.textContent.trim());
    else for (const child of node.childNodes) visit(child);
  };
  visit(page);
  return texts.filter((text) => text !== "");
}

export function readAlerts(html: string): string[] {
  const found = parse(html).querySelectorAll('[role="alert"], [role="status"]');
  return found.map((alert) => alert.textContent.trim()).filter((text) => text !== "");
}

/** Links and hidden `next` fields. */
export function readNextSteps(html: string): string[] {
  const page = parse(html);
  const links = page.querySelectorAll("a[href]").map((link) => link.getAttribute("href"));
  const fields = page.querySelectorAll('input[name="next"]').map((input) => input.getAttribute("value"));
  return [...links, ...fields].filter((way) => way !== undefined);
}

export function readParagraphs(html: string): string[] {
  return parse(html)
    .querySelectorAll("main p")
    .map((paragraph) => paragraph.textContent.trim())
    .filter((text) => text !== "");
}
