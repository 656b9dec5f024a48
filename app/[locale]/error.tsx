"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedActionError, useParams } from "next/navigation";
import { createContext, type ReactNode, type RefObject, useContext, useEffect, useRef, useState } from "react";
import { wordmarkStyle } from "@/components/layout/wordmark-style";
import { buttonStyle } from "@/components/ui/button-style";
import { fill } from "@/lib/i18n/fill";
import { toLocale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import type { Words } from "@/lib/i18n/translator";
import { shopConfig } from "@/shop.config";

type SentForm = { path: string; fields: [name: string, value: string][] };

type Failure = { words: Words<"failures">; sent: RefObject<SentForm | null> };

const FailureContext = createContext<Failure | null>(null);

/**
 * Next passes only the error to an error page. Remembers the last form that was sent, in memory alone. In this file, so
 * that every page loads one script for both.
 */
export function FailureWordsProvider({ words, children }: { words: Words<"failures">; children: ReactNode }) {
  const sent = useRef<SentForm | null>(null);
  useEffect(() => {
    const remember = ({ target }: Event) => {
      if (target instanceof HTMLFormElement) sent.current = { path: ownPath(), fields: readFields(target) };
    };
    document.addEventListener("submit", remember, true);
    return () => document.removeEventListener("submit", remember, true);
  }, []);
  return <FailureContext value={{ words, sent }}>{children}</FailureContext>;
}

const ownPath = () => location.pathname + location.search;

/** Without the fields that name the action. */
function readFields(form: HTMLFormElement): SentForm["fields"] {
  return [...new FormData(form)].flatMap(([name, value]) =>
    name.startsWith("$") || typeof value !== "string" ? [] : [[name, value]],
  );
}

/** Browsers only have a sentence each: Chromium, Firefox and two of Safari. */
const isUnreached = (error: unknown) =>
  error instanceof TypeError &&
  /^(Failed to fetch|NetworkError|Load failed|The network connection)/.test(error.message);

/** The number is for the operator. Plain links, so that all reloads. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const failure = useContext(FailureContext);
  if (failure === null) throw new Error("There is no FailureWordsProvider around this.");
  const { words } = failure;
  const storefront = publicPath("/", toLocale(useParams().locale));
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  // Next has no stable name: the page is older than the build.
  const isOutdated = isUnrecognizedActionError(error);
  const [resent] = useState(() => {
    const sent = isOutdated ? failure.sent.current : null;
    return sent?.path === ownPath() ? sent : null;
  });
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
            {resent ? (
              <Resent form={resent}>{words.reload}</Resent>
            ) : kind ? (
              <button type="button" className={buttonStyle()} onClick={() => window.location.reload()}>
                {words.reload}
              </button>
            ) : (
              <button type="button" className={buttonStyle()} onClick={() => retry()}>
                {words.retry}
              </button>
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
      <button type="submit" className={buttonStyle()}>
        {children}
      </button>
    </form>
  );
}
