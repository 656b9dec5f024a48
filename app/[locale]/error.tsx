"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedActionError } from "next/navigation";
import { useFailureWords } from "@/components/layout/failure-words";
import { wordmarkStyle } from "@/components/layout/wordmark-style";
import { Button, buttonStyle } from "@/components/ui/button";
import { fill } from "@/lib/i18n/fill";
import { shopConfig } from "@/shop.config";

/** Browsers only have a sentence each: Chromium, Firefox and two of Safari. */
const isUnreached = (error: unknown) =>
  error instanceof TypeError &&
  /^(Failed to fetch|NetworkError|Load failed|The network connection)/.test(error.message);

/** The number is for the operator. Plain links, so that all reloads. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const words = useFailureWords();
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  // Next has no stable name: the page is older than the build.
  const isOutdated = isUnrecognizedActionError(error);
  const kind = isOutdated ? "outdated" : isUnreached(error) ? "unreached" : null;
  return (
    <>
      <header className="shell py-3">
        <a href="/" className={wordmarkStyle}>
          {shopConfig.name}
        </a>
      </header>
      <main id="main" tabIndex={-1} className="shell grow py-16">
        <div className="grid max-w-reading justify-items-start gap-5">
          <h1 className="font-bold text-title">{kind ? words[`${kind}Heading`] : words.heading}</h1>
          <p className="text-ink-muted text-lead">{kind ? words[`${kind}Lead`] : words.lead}</p>
          <div className="flex flex-wrap gap-3">
            {kind ? (
              <Button onClick={() => window.location.reload()}>{words.reload}</Button>
            ) : (
              <Button onClick={() => retry()}>{words.retry}</Button>
            )}
            <a href="/" className={buttonStyle({ variant: "secondary" })}>
              {words.toStorefront}
            </a>
          </div>
          {digest ? <p className="text-fine text-ink-muted">{fill(words.number, { digest })}</p> : null}
        </div>
      </main>
    </>
  );
}
