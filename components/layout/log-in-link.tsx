"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type MouseEvent, type ReactNode, useEffect, useState } from "react";

type LogInLinkProps = { className: string; children: ReactNode };

/** Offers the passkeys of this device at once, where the browser can say that there are none; else opens the page. */
export function LogInLink({ className, children }: LogInLinkProps) {
  const router = useRouter();
  const [canAsk, setCanAsk] = useState(false);
  const [isAsking, setIsAsking] = useState(false);

  useEffect(() => {
    if (typeof PublicKeyCredential === "undefined") return;
    PublicKeyCredential.getClientCapabilities?.().then(
      (can) => setCanAsk(can.immediateGet === true),
      () => {},
    );
  }, []);

  async function ask(event: MouseEvent): Promise<void> {
    if (!canAsk || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (isAsking) return;
    setIsAsking(true);
    const path = await import("./log-in-at-once").then(({ logInAtOnce }) => logInAtOnce()).catch(() => "/login");
    if (path.startsWith("/login")) router.push(path);
    else window.location.assign(path);
    setIsAsking(false);
  }

  return (
    <Link href="/login" prefetch={false} className={className} aria-busy={isAsking} onClick={ask}>
      {children}
    </Link>
  );
}
