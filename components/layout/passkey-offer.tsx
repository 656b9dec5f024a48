"use client";

import { useEffect, useRef, useState } from "react";
import { Button, ButtonLink } from "@/components/ui/button";
import type { Words } from "@/lib/i18n/translator";

const passkeysPath = "/account/passkeys";

/** These pages ask for a passkey themselves. */
const pagesThatAsk = [passkeysPath, "/admin/passkey"];

/** Earlier presses were meant for the page below. */
const settlesInMs = 600;

// Once per document: only on the page a login leads to.
let wasShown = false;

/** Offers a passkey after a code, over the page, without taking focus. */
export default function PasskeyOffer({ words }: { words: Words<"passkeyOffer"> }) {
  const [isFirst] = useState(() => !wasShown);
  const [state, setState] = useState<"hidden" | "arriving" | "shown">("hidden");
  const box = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!isFirst || pagesThatAsk.includes(location.pathname)) return;
    let isGone = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    canHoldPasskey().then((canHold) => {
      if (isGone || !canHold) return;
      wasShown = true;
      setState("arriving");
      // It may have been declined meanwhile.
      timer = setTimeout(() => setState((now) => (now === "arriving" ? "shown" : now)), settlesInMs);
    });
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [isFirst]);

  function decline(): void {
    // If it fails, the next login asks again.
    fetch("/api/passkey-offer", { method: "POST", keepalive: true }).catch(() => {});
    box.current?.closest("[data-account-menu]")?.querySelector("summary")?.focus();
    setState("hidden");
  }

  return (
    <div ref={box} role="status">
      {state === "hidden" ? null : (
        <section
          aria-label={words.label}
          data-passkey-offer={state}
          className="fixed inset-x-0 bottom-0 z-30 m-3 grid max-h-[60dvh] gap-4 overflow-y-auto rounded-card border border-line-strong bg-surface p-5 text-start shadow-[0_12px_32px_rgb(8_16_32/0.18)] data-[passkey-offer=arriving]:pointer-events-none sm:start-auto sm:m-6 sm:w-96"
        >
          <div className="grid gap-1">
            <p className="font-semibold">{words.title}</p>
            <p className="text-fine text-ink-muted">{words.lead}</p>
          </div>
          <div className="flex flex-wrap gap-2">
            <ButtonLink href={passkeysPath} prefetch={false} size="small" onClick={() => setState("hidden")}>
              {words.add}
            </ButtonLink>
            <Button size="small" variant="quiet" onClick={decline}>
              {words.decline}
            </Button>
          </div>
        </section>
      )}
    </div>
  );
}

async function canHoldPasskey(): Promise<boolean> {
  try {
    return await PublicKeyCredential.isUserVerifyingPlatformAuthenticatorAvailable();
  } catch {
    return false;
  }
}
