"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedActionError, useParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { type SentForm, useFailureWords, useSentForm } from "@/components/layout/failure-words";
import { wordmarkStyle } from "@/components/layout/wordmark-style";
import { Button, buttonStyle } from "@/components/ui/button";
import { fill } from "@/lib/i18n/fill";
import { toLocale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { shopConfig } from "@/shop.config";

/** Browsers only have a sentence each: Chromium, Firefox and two of Safari. */
const isUnreached = (error: unknown) =>
  error instanceof TypeError &&
  /^(Failed to fetch|NetworkError|Load failed|The network connection)/.test(error.message);

/** The number is for the operator. Plain links, so that all reloads. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useFailureWords();
  const storefront = publicPath("/", toLocale(useParams().locale));
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  // Next has no stable name: the page is older than the build.
  const isOutdated = isUnrecognizedActionError(error);
  const readSent = useSentForm();
  const [sent] = useState(() => (isOutdated ? readSent() : null));
  const kind = isOutdated ? "outdated" : isUnreached(error) ? "unreached" : null;
  return (
    <>
      <header className="shell py-3">
        <a href={storefront} className={wordmarkStyle}>
          {shopConfig.name}
        </a>
      </header>
      <main id="main" tabIndex={-1} className="shell grow py-16">
        <div className="grid max-w-reading justify-items-start gap-5">
          <h1 className="font-bold text-title">{kind ? words[`${kind}Heading`] : words.heading}</h1>
          <p className="text-ink-muted text-lead">{kind ? words[`${kind}Lead`] : words.lead}</p>
          <div className="flex flex-wrap gap-3">
            {sent ? (
              <Resent form={sent}>{words.reload}</Resent>
            ) : kind ? (
              <Button onClick={() => window.location.reload()}>{words.reload}</Button>
            ) : (
              <Button onClick={() => retry()}>{words.retry}</Button>
            )}
            <a href={storefront} className={buttonStyle({ variant: "secondary" })}>
              {words.toStorefront}
            </a>
          </div>
          {digest ? <p className="text-fine text-ink-muted">{fill(words.number, { digest })}</p> : null}
        </div>
      </main>
    </>
  );
}

/** An action that no build has: the server answers with its own page, and puts what was typed into it. */
const unknownAction = `$ACTION_ID_${"0".repeat(42)}`;

/** Sends by itself; the button is for when that fails. */
function Resent({ form: { path, fields }, children }: { form: SentForm; children: ReactNode }) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.submit(), []);
  return (
    <form ref={form} method="post" encType="multipart/form-data" action={path}>
      <input type="hidden" name={unknownAction} />
      {fields.map(([name, value]) => (
        <input key={`${name}=${value}`} type="hidden" name={name} value={value} />
      ))}
      <Button type="submit">{children}</Button>
    </form>
  );
}
