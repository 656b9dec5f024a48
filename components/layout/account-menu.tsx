"use client";

import Link from "next/link";
import { lazy, Suspense, useEffect, useState } from "react";
import { ShoppingBag } from "@/components/ui/icon";
import type { Words } from "@/lib/i18n/translator";
import { AccountPanel } from "./account-panel";
import { LogInLink } from "./log-in-link";
import { askOnReturn, askWhoIsHere, type HeaderUser, noteWhoIsHere, type WhoIsHere } from "./personal-document";

const PasskeyOffer = lazy(() => import("./passkey-offer"));

const plainLink =
  "inline-flex min-h-touch items-center px-3 font-medium text-ink hover:underline min-[22.5rem]:whitespace-nowrap";

/** Asked from the browser, so that pages stay static; asked again when a kept page returns. */
export function AccountMenu({ words }: { words: Words<"accountMenu"> }) {
  const [user, setUser] = useState<HeaderUser | null>();
  const [pieces, setPieces] = useState(0);
  const [offerWords, setOfferWords] = useState<Words<"passkeyOffer">>();

  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const show = (answer: Partial<WhoIsHere>) => {
      setUser(answer.user);
      setPieces(answer.bag ?? 0);
      setOfferWords(answer.offerWords);
      document.documentElement.toggleAttribute("data-member", Boolean(answer.user));
    };
    let latest: Promise<WhoIsHere>;
    const showWhen = (asked: Promise<WhoIsHere>) => {
      latest = asked;
      const isOutdated = () => signal.aborted || asked !== latest;
      asked
        .then((answer) => {
          if (isOutdated()) return;
          noteWhoIsHere(answer.user);
          show(answer);
        })
        .catch(() => {
          if (!isOutdated()) show({ user: null });
        });
    };
    const askAgain = (event: PageTransitionEvent) => {
      if (!event.persisted) return;
      show({});
      showWhen(askOnReturn(event));
    };
    showWhen(askWhoIsHere(signal));
    window.addEventListener("pageshow", askAgain, { signal });
    return () => controller.abort();
  }, []);

  return (
    <div
      className="flex h-touch min-w-0 grow basis-36 items-center justify-end"
      data-account-menu={user === undefined ? "loading" : "ready"}
    >
      {user === undefined ? (
        <noscript>
          <a href="/login" className={plainLink}>
            {words.logIn}
          </a>
          <a href="/account" className={plainLink}>
            {words.account}
          </a>
        </noscript>
      ) : user === null ? (
        <>
          <LogInLink className={plainLink}>{words.logIn}</LogInLink>
          <Link
            href="/register"
            prefetch={false}
            className="plate-bare inline-flex min-h-touch items-center rounded-plate px-4 font-semibold hover:bg-accent-soft"
          >
            <span className="max-[26rem]:sr-only">{words.register}</span>
            <span aria-hidden="true" className="min-[26rem]:hidden">
              {words.join}
            </span>
          </Link>
        </>
      ) : (
        <AccountPanel user={user} words={words} />
      )}
      <BagLink label={words.bag} pieces={pieces} />
      {offerWords ? (
        <Suspense>
          <PasskeyOffer words={offerWords} />
        </Suspense>
      ) : null}
    </div>
  );
}

function BagLink({ label, pieces }: { label: string; pieces: number }) {
  return (
    <Link
      href="/bag"
      prefetch={false}
      className="relative ms-1 -me-2 inline-flex size-touch shrink-0 items-center justify-center rounded-plate text-ink hover:bg-accent-soft"
    >
      <ShoppingBag className="size-6" />
      <span className="sr-only">{label}</span>
      <span className="plate absolute top-0 end-0 inline-flex h-5 min-w-5 items-center justify-center rounded-full px-1 font-bold text-[0.75rem] tabular-nums leading-none empty:hidden">
        {pieces > 0 ? pieces : null}
      </span>
    </Link>
  );
}
