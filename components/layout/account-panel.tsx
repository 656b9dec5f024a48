"use client";

import Link from "next/link";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { ChevronDown } from "@/components/ui/icon";
import type { Words } from "@/lib/i18n/translator";
import type { HeaderUser } from "./personal-document";

const item =
  "flex min-h-touch w-full cursor-pointer items-center rounded-plate px-3 text-start font-medium text-ink no-underline hover:bg-accent-soft";

export function AccountPanel({ user, words }: { user: HeaderUser; words: Words<"accountMenu"> }) {
  const disclosure = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    const closeOutside = (event: Event) => {
      const element = disclosure.current;
      if (element?.open && event.target instanceof Node && !element.contains(event.target)) element.open = false;
    };
    document.addEventListener("pointerdown", closeOutside);
    document.addEventListener("focusin", closeOutside);
    return () => {
      document.removeEventListener("pointerdown", closeOutside);
      document.removeEventListener("focusin", closeOutside);
    };
  }, []);

  const closeOnEscape = (event: KeyboardEvent<HTMLDetailsElement>) => {
    const element = disclosure.current;
    if (event.key !== "Escape" || !element?.open) return;
    element.open = false;
    element.querySelector("summary")?.focus();
  };

  return (
    <details ref={disclosure} className="group relative -me-3 min-w-0" onKeyDown={closeOnEscape}>
      <summary className="flex min-h-touch cursor-pointer list-none items-center gap-1.5 rounded-plate px-3 font-semibold hover:bg-accent-soft [&::-webkit-details-marker]:hidden">
        <span className="min-w-0 truncate sm:max-w-[14rem]">{user.username}</span>
        <span className="sr-only">{words.panel}</span>
        <ChevronDown className="size-4 shrink-0 transition-transform group-open:rotate-180" />
      </summary>
      <div className="absolute top-full end-0 z-20 mt-2 w-60 rounded-card border border-line bg-surface p-2 shadow-[0_12px_32px_rgb(8_16_32/0.18)]">
        <Link href="/home" prefetch={false} className={item}>
          {words.home}
        </Link>
        <Link href="/account" prefetch={false} className={item}>
          {words.ownAccount}
        </Link>
        {user.role === "CUSTOMER" ? null : (
          <Link href="/admin/users" prefetch={false} className={item}>
            {words.users}
          </Link>
        )}
        <form action="/logout" method="post" className="mt-2 border-line border-t pt-2">
          <button type="submit" className={item}>
            {words.logOut}
          </button>
        </form>
      </div>
    </details>
  );
}
