"use client";

import { unstable_isUnrecognizedActionError as isUnrecognizedActionError } from "next/navigation";
import { Wordmark } from "@/components/layout/wordmark";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";

/** What any page shows when it could not be made. The number lets the operator find the cause in the log. */
export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  // Next has no stable name for it yet: the page is older than the build that was asked to act.
  const isOutdated = isUnrecognizedActionError(error);
  return (
    <>
      <header className="shell py-3">
        <Wordmark />
      </header>
      <main id="main" tabIndex={-1} className="shell grow py-16">
        <div className="grid max-w-reading justify-items-start gap-5">
          <h1 className="font-bold text-title">
            {isOutdated ? "This page is from before an update." : "This page could not be made."}
          </h1>
          <p className="text-ink-muted text-lead">
            {isOutdated
              ? "The shop was updated while you had it open. Nothing was sent. Load it again and fill it in once more."
              : "Something failed on our side, not yours. Nothing you typed was sent twice. Try again in a moment; if it keeps failing, come back later."}
          </p>
          <div className="flex flex-wrap gap-3">
            {isOutdated ? (
              <Button onClick={() => window.location.reload()}>Load it again</Button>
            ) : (
              <Button onClick={() => retry()}>Try again</Button>
            )}
            <ButtonLink href="/" variant="secondary" prefetch={false}>
              To the storefront
            </ButtonLink>
          </div>
          {digest ? <p className="text-fine text-ink-muted">If you write to us, mention number {digest}.</p> : null}
        </div>
      </main>
    </>
  );
}
