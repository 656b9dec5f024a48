import { type FormEvent, useEffect } from "react";

/** In memory only: whole addresses stay out of the browser's storage. */
const typed = new Map<string, string>();

export function keepTyped({ target }: FormEvent<HTMLFormElement>): void {
  if (target instanceof HTMLInputElement) typed.set(target.name, target.value);
}

export function typedHere(field: string): string | undefined {
  return typed.get(field);
}

/** Clears it when the forms are left, so that the next person at this tab finds nothing. */
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
