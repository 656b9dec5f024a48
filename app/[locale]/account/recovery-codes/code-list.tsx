"use client";

import { useEffect, useRef, useState } from "react";
import { Alert } from "@/components/ui/alert";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";

/** The ten codes, with the ways to keep them. Printing leaves the list and nothing that is only for pressing. */
export function CodeList({ codes }: { codes: string[] }) {
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
        <Alert tone="warning" title="Keep them now">
          We show these codes this once and keep no copy. Earlier recovery codes work no more.
        </Alert>
      </div>
      <Card className="grid gap-5">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-heading">
          Your ten recovery codes
        </h2>
        <ol className="grid list-inside list-decimal gap-x-8 gap-y-2 font-mono tabular-nums sm:grid-cols-2 print:grid-cols-1">
          {codes.map((code) => (
            <li key={code} className="break-inside-avoid">
              <span className="select-all [overflow-wrap:anywhere]">{code}</span>
            </li>
          ))}
        </ol>
        <p className="text-fine text-ink-muted">
          Each works once: to log in at {"/login/recovery"} with your email address, or to confirm a change. Keep them
          where nobody finds them with your address, on paper or in a password manager.
        </p>
        <div className="flex flex-wrap gap-3 print:hidden">
          <form action="/account/recovery-codes/file" method="post">
            {codes.map((code) => (
              <input key={code} type="hidden" name="code" value={code} />
            ))}
            <Button type="submit" variant="secondary">
              Download as a text file
            </Button>
          </form>
          <Button variant="secondary" onClick={() => window.print()} className="noscript:hidden">
            Print
          </Button>
          <Button variant="secondary" onClick={copy} className="noscript:hidden">
            Copy
          </Button>
        </div>
        <p role="status" className="text-fine empty:hidden print:hidden">
          {copied === undefined
            ? null
            : copied
              ? "Copied. Empty the clipboard when you have pasted them."
              : "Your browser did not let us copy. Select the codes and copy them yourself."}
        </p>
      </Card>
      <p className="print:hidden">
        <TextLink href="/account">I have kept them: back to your account</TextLink>
      </p>
    </div>
  );
}
