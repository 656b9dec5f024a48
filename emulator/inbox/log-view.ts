import { html } from "hono/html";
import { happenings } from "@/emulator/sendgrid/delivery-events";
import type { JournalEntry } from "@/emulator/state/emulator-state";
import type { InboxMessage } from "@/emulator/state/inbox-message";
import type { World } from "@/emulator/state/world";

const mostEntries = 40;

/** What both vendors were asked about this message's address, by this account or by a stranger, oldest first. */
function entriesAbout(world: World, { accountSid, to }: InboxMessage): JournalEntry[] {
  const address = to.toLowerCase();
  const isOurs = (entry: JournalEntry) => entry.accountSid === null || entry.accountSid === accountSid;
  return world.state.journal
    .filter((entry) => isOurs(entry) && entry.to.some((other) => other.toLowerCase() === address))
    .slice(-mostEntries);
}

function vendorOf({ path }: JournalEntry): string {
  return path.startsWith("/v3/") ? "SendGrid" : "Twilio";
}

function withoutLongIds(path: string): string {
  return path.replace(/\b([A-Z]{2})[0-9a-f]{28}([0-9a-f]{4})\b/gi, "$1…$2");
}

function row(entry: JournalEntry) {
  const isBad = entry.status >= 400 || entry.status === 0;
  const outcome =
    entry.errorCode === null
      ? html`${entry.status}`
      : html`${entry.status} <a href="https://www.twilio.com/docs/errors/${entry.errorCode}" target="_blank" rel="noreferrer">${entry.errorCode}</a>`;
  return html`<li class="${isBad ? "bad" : ""}">
  <time datetime="${entry.at}" data-clock></time>
  <span class="request"><b>${vendorOf(entry)}</b> <code title="${entry.path}">${entry.method} ${withoutLongIds(entry.path)}</code></span>
  <span class="answer">${outcome}${entry.faultId === null ? html`` : html` <em>by a fault rule</em>`} <span>${entry.tookMs} ms</span></span>
  ${entry.requestId === null ? html`` : html`<code class="request-id">${entry.requestId}</code>`}
</li>`;
}

function activity(message: InboxMessage) {
  if (message.channel !== "email") return html``;
  return html`<h3>Delivery, as SendGrid's Activity tells it</h3>
<ul class="activity">${happenings(message).map(({ event, reason, response }) => html`<li><b>${event}</b> ${reason ?? response ?? ""}</li>`)}</ul>`;
}

/** What Twilio's and SendGrid's Consoles would show about this message: requests with their ids, and its delivery. */
export function logView(world: World, message: InboxMessage) {
  const entries = entriesAbout(world, message);
  return html`<div class="log" data-live="log">
  <h3>Requests about ${message.to}</h3>
  ${entries.length === 0 ? html`<p>None that the journal still holds.</p>` : html`<ol>${entries.map(row)}</ol>`}
  ${activity(message)}
</div>`;
}
