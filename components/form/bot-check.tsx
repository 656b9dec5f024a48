"use client";

import { lazy } from "react";
import type { BotCheckInWords } from "@/lib/bot-check/bot-check-request";

// Most visitors never load it.
const BotCheckTask = lazy(() => import("./bot-check-task"));

/** Does the bot check of a form and submits it again. Never a puzzle (WCAG 3.3.8). */
export function BotCheck({ request }: { request: BotCheckInWords | null | undefined }) {
  return (
    <div role="status" className="empty:hidden">
      {request ? <BotCheckTask request={request} /> : null}
    </div>
  );
}
