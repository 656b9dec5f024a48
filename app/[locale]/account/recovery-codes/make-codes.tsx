"use client";

import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { SensitiveActionForm } from "@/app/[locale]/_step-up/sensitive-action-form";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { fill } from "@/lib/i18n/fill";
import type { Words } from "@/lib/i18n/translator";
import { makeRecoveryCodesAction, type ShownCodes } from "./actions";

type MakeCodesProps = Pick<
  ComponentProps<typeof SensitiveActionForm>,
  "act" | "method" | "path" | "isReauthenticated" | "button"
> & {
  /** Before there are codes. */
  children: ReactNode;
  note: ReactNode;
  words: Words<"recoveryCodes">["shown"];
};

export function MakeCodes({ children, note, words, ...form }: MakeCodesProps) {
  const [made, submit] = useActionState<ShownCodes | null, FormData>(makeRecoveryCodesAction, null);
  const [isOver, setOver] = useState(false);

  // A browser may keep the page for its Back button.
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
      <SensitiveActionForm {...form} action={submit} />
      {note}
    </>
  );
}

type CodeListProps = { codes: string[]; words: Words<"recoveryCodes">["shown"] };

function CodeList({ codes, words }: CodeListProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const [copied, setCopied] = useState<boolean>();
  useEffect(() => heading.current?.focus(), []);

  function copy(): void {
    navigator.clipboard.writeText(codes.join("\n")).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }

  return (
    <div className="grid gap-6">
      <div className="print:hidden">
        <Alert tone="warning" title={words.keepTitle}>
          {words.keep}
        </Alert>
      </div>
      <Card className="grid gap-5">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-heading">
          {words.title}
        </h2>
        <ol className="grid list-inside list-decimal gap-x-8 gap-y-2 font-mono tabular-nums sm:grid-cols-2 print:grid-cols-1">
          {codes.map((code) => (
            <li key={code} className="break-inside-avoid">
              <span dir="ltr" className="select-all [overflow-wrap:anywhere]">
                {code}
              </span>
            </li>
          ))}
        </ol>
        <p className="text-fine text-ink-muted">{fill(words.use, { path: "/login/recovery" })}</p>
        <div className="flex flex-wrap gap-3 print:hidden">
          <form action="/account/recovery-codes/file" method="post">
            {codes.map((code) => (
              <input key={code} type="hidden" name="code" value={code} />
            ))}
            <Button type="submit" variant="secondary">
              {words.download}
            </Button>
          </form>
          <Button variant="secondary" onClick={() => window.print()} className="noscript:hidden">
            {words.print}
          </Button>
          <Button variant="secondary" onClick={copy} className="noscript:hidden">
            {words.copy}
          </Button>
        </div>
        <p role="status" className="text-fine empty:hidden print:hidden">
          {copied === undefined ? null : copied ? words.copied : words.notCopied}
        </p>
      </Card>
      <p className="print:hidden">
        <TextLink href="/account">{words.done}</TextLink>
      </p>
    </div>
  );
}
