import type { AttackContext } from "./attack-context";
import { readTexts } from "./html-form";

const shortest = 24;

/** Sentences of the members' page only, to recognise it. Throws if there are none. */
export async function premiumSentences(context: AttackContext): Promise<string[]> {
  const { browser } = await context.findMember();
  const stranger = context.openBrowser();
  const members = readTexts((await browser.get("/home")).body);
  const open = [await stranger.get("/"), await stranger.get("/login")].map(({ body }) => body).join("\n");
  // Written alike in HTML, JSON and scripts.
  const isPlain = (text: string) => text.length >= shortest && /^[A-Za-z ,.:;-]+$/.test(text);
  const found = members.filter((text) => isPlain(text) && !open.includes(text));
  if (found.length === 0) throw new Error("the members' page has no sentence of its own to recognise it by");
  return found;
}

export function showsAny(body: string, sentences: string[]): boolean {
  return sentences.some((sentence) => body.includes(sentence));
}
