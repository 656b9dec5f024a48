import type { FormEvent } from "react";

const fields = ["username", "email", "phone"] as const;

type Field = (typeof fields)[number];

/** In the tab's memory alone: whole addresses are in no storage of the browser, and are gone when the page loads anew. */
const typed = new Map<string, string>();

/** For `onInput` of the forms of login and registration. A field that was emptied is forgotten. */
export function keepTyped({ target }: FormEvent<HTMLFormElement>): void {
  if (target instanceof HTMLInputElement && fields.some((field) => field === target.name)) {
    typed.set(target.name, target.value);
  }
}

/** What was typed into a field of this name on the way from one form to the other and was not sent; else empty. */
export function typedHere(field: Field): string {
  return typed.get(field) ?? "";
}
