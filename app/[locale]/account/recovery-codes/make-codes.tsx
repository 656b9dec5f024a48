"use client";

import { type ComponentProps, type ReactNode, useActionState, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { ActForm } from "@/app/[locale]/_step-up/act-form";
import { TextLink } from "@/components/ui/text-link";
import type { Words } from "@/lib/i18n/translator";
import { makeRecoveryCodesAction, type ShownCodes } from "./actions";
import { CodeList } from "./code-list";

type MakeCodesProps = Pick<ComponentProps<typeof ActForm>, "act" | "way" | "path" | "isProven" | "button"> & {
  /** What the page says before there are codes to show. */
  children: ReactNode;
  /** What stands below the button. */
  note: ReactNode;
  words: Words<"recoveryCodes">["shown"];
};

/** The button that makes recovery codes, and the codes once they are made. */
export function MakeCodes({ children, note, words, ...form }: MakeCodesProps) {
  const [made, submit] = useActionState<ShownCodes | null, FormData>(makeRecoveryCodesAction, null);
  const [isOver, setOver] = useState(false);

  // A browser may keep a page that was left, as it was, to come back to.
  useEffect(() => {
    if (made === null) return;
    const forget = () => flushSync(() => setOver(true));
    window.addEventListener("pagehide", forget);
    return () => window.removeEventListener("pagehide", forget);
  }, [made]);

  if (isOver) {
    return (
      <p>
        {words.over} <TextLink href="/account">{words.toAccount}</TextLink>
      </p>
    );
  }
  if (made !== null) return <CodeList codes={made.codes} words={words} />;
  return (
    <>
      {children}
      <ActForm {...form} action={submit} />
      {note}
    </>
  );
}
