import { type FormEvent, useEffect } from "react";

/** In the tab's memory alone: whole addresses are in no storage of the browser, and are gone when the page loads anew. */
const typed = new Map<string, string>();

/** For `onInput` of the forms of login and registration. */
export function keepTyped({ target }: FormEvent<HTMLFormElement>): void {
  if (target instanceof HTMLInputElement) typed.set(target.name, target.value);
}

/** What was last typed into a field of this name on the way between the two forms; undefined for nothing. */
export function typedHere(field: string): string | undefined {
  return typed.get(field);
}

/**
 * Forgets what was typed when the form gives way to any page but the other form: by sending it, by a passkey, or by
 * leaving. Else the next person at this tab would find it after a logout that loads nothing anew.
 */
export function useForgetTyped(): void {
  useEffect(
    () => () => {
      setTimeout(() => {
        if (!/^\/(login|register)$/.test(location.pathname)) typed.clear();
      });
    },
    [],
  );
}
