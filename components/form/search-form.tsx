"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, createContext, type FormEvent, use, useEffect, useRef, useTransition } from "react";
import { useReportPending } from "@/components/layout/pending-navigation";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

const Pending = createContext(false);

/** Survives to the next page's form. */
let focusNext: string | null = null;

/** A GET form that keeps page and focus until the answer is there. Works without scripts. */
export function SearchForm({ action, children, ...rest }: Omit<ComponentProps<"form">, "action"> & { action: string }) {
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const form = useRef<HTMLFormElement>(null);
  useReportPending(isPending);

  useEffect(() => {
    const name = focusNext;
    focusNext = null;
    if (name !== null) focus(form.current, name);
  }, []);

  function search(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const fields = [...new FormData(event.currentTarget)].filter((field): field is [string, string] => {
      return typeof field[1] === "string";
    });
    const { activeElement } = document;
    focusNext = activeElement instanceof HTMLInputElement ? activeElement.name : "";
    startTransition(() => router.push(`${action}?${new URLSearchParams(fields)}`));
  }

  return (
    <Pending value={isPending}>
      <form ref={form} action={action} onSubmit={search} aria-busy={isPending} {...rest}>
        {children}
      </form>
    </Pending>
  );
}

/** Can be pressed again; the last press counts. */
export function SearchButton({ children, ...rest }: Omit<ComponentProps<typeof Button>, "type">) {
  const isPending = use(Pending);
  return (
    <Button type="submit" aria-busy={isPending} {...rest}>
      {isPending ? <Spinner /> : null}
      <span className="contents">{children}</span>
    </Button>
  );
}

function focus(form: HTMLFormElement | null, name: string): void {
  const field = name === "" ? null : form?.elements.namedItem(name);
  const target = field instanceof HTMLElement ? field : form?.querySelector<HTMLElement>("[type=submit]");
  target?.focus({ preventScroll: true });
}
