import { html } from "hono/html";
import type { Verification } from "@/emulator/state/verification";
import { maxChecks, maxSends, settle } from "@/emulator/twilio/verification-machine";

const words: Record<Verification["life"][number]["what"], string> = {
  sent: "Code sent",
  "sent again": "Same code sent again",
  "wrong code": "A wrong code was tried",
  approved: "The right code was given",
  canceled: "Canceled",
  "too many checks": "No more tries",
  "too many sends": "One more send was refused",
  expired: "The code ran out",
};

const states: Record<Verification["status"], string> = {
  pending: "Waiting for the code",
  approved: "Approved",
  canceled: "Canceled",
  max_attempts_reached: "Too many tries",
  expired: "Expired",
};

function tone(what: string): string {
  if (what === "approved") return "good";
  return what === "sent" || what === "sent again" ? "" : "bad";
}

/** A verification's life so far, and how much of it is left. */
export function timelineView(verification: Verification, nowMs: number) {
  settle(verification, nowMs);
  const { status, createdAtMs, expiresAtMs, life } = verification;
  const start = new Date(createdAtMs).toISOString();
  const end = new Date(expiresAtMs).toISOString();
  return html`<section class="life" data-live="life" aria-label="The code's life">
  <div class="life-head">
    <b class="status ${status}">${states[status]}</b>
    <span class="counts">${verification.sends.length} of ${maxSends} sends · ${verification.checks} of ${maxChecks} tries</span>
  </div>
  ${
    status === "pending"
      ? html`<div class="left"><progress max="1" value="1" data-life-start="${start}" data-life-end="${end}"></progress><span data-left></span></div>`
      : html``
  }
  <ol class="steps">${life.map(
    ({ atMs, what }) =>
      html`<li class="${tone(what)}"><span>${words[what]}</span><time datetime="${new Date(atMs).toISOString()}" data-clock></time></li>`,
  )}</ol>
</section>`;
}
