import { html } from "hono/html";
import type { DeliveryOutcome } from "@/emulator/state/inbox-message";

/** Says so where a message was late or never arrived; nothing where all went well. */
export function outcomeBadge(outcome: DeliveryOutcome) {
  if (outcome === "delivered") return html``;
  return html`<span class="badge ${outcome}">${outcome}</span>`;
}
