"use client";

import { lazy } from "react";
import type { BotCheckInWords } from "@/lib/bot-check/bot-check-request";

// Fetched only when a form is asked for a proof: ordinary visitors never load it.
const BotCheckTask = lazy(() => import("./bot-check-task"));

/**
 * Put it into a form whose action may ask for a proof; `request` is the form state's part that asks. It does the task,
 * fills the hidden fields in and submits the form again, so that the person does nothing. No puzzle at any time
 * (WCAG 3.3.8). The region is always in the page, so that its words are read out when they come.
 */
export function BotCheck({ request }: { request: BotCheckInWords | null | undefined }) {
  return (
    <div role="status" className="empty:hidden">
      {request ? <BotCheckTask request={request} /> : null}
    </div>
  );
}
