import { html } from "hono/html";
import type { InboxMessage } from "@/emulator/state/mailroom";
import type { World } from "@/emulator/state/world";
import { icon, outcomeBadge } from "./page-views";

const mostRows = 200;

function row(message: InboxMessage, search: string, isCurrent: boolean) {
  const address = new URLSearchParams(search === "" ? { message: message.id } : { message: message.id, search });
  return html`<li>
  <a class="row" href="/?${address}" data-message="${message.id}" aria-current="${String(isCurrent)}">
    <span class="channel ${message.channel}" title="${message.channel}">${icon(message.channel)}</span>
    <span class="who">${message.to}</span>
    <time datetime="${message.receivedAt}" data-age></time>
    <span class="what" dir="auto">${message.channel === "call" ? "Phone call" : message.subject}</span>
    ${message.code === null ? outcomeBadge(message.outcome) : html`<span class="chip">${message.code}</span>${outcomeBadge(message.outcome)}`}
  </a>
</li>`;
}

const empty = html`<div class="empty">
  <span class="mark">${icon("mail")}</span>
  <h2>No mail yet</h2>
  <p>Ask the shop for a code. It lands here the moment it is sent, by mail, text message, WhatsApp or call.</p>
</div>`;

const noMatch = html`<div class="empty"><h2>Nothing found</h2><p>No address and no subject has these letters.</p></div>`;

/** The newest messages, newest first. */
export function listView(world: World, search: string, currentId: string | undefined) {
  const letters = search.trim().toLowerCase();
  const found = world.state.messages
    .filter(({ to, subject }) => letters === "" || `${to} ${subject}`.toLowerCase().includes(letters))
    .slice(-mostRows)
    .toReversed();
  if (found.length === 0) return letters === "" ? empty : noMatch;
  const total = world.state.messages.length;
  return html`<div class="list-head">
  <span>${letters === "" ? `${total} message${total === 1 ? "" : "s"}` : `${found.length} of ${total}`}</span>
  <button class="button small quiet" type="button" data-clear>${icon("trash")}Clear all</button>
</div>
<ul>${found.map((message) => row(message, letters, message.id === currentId))}</ul>`;
}

const mostLinks = 3;
const entities: Record<string, string> = { "&amp;": "&", "&#x3D;": "=", "&#61;": "=", "&quot;": '"', "&#39;": "'" };

function unescaped(html: string): string {
  return html.replace(/&(amp|quot|#x3D|#61|#39);/g, (entity) => entities[entity] ?? entity);
}

/** The first few web addresses a reader could follow, as whole addresses. */
export function messageLinks({ html, text }: Pick<InboxMessage, "html" | "text">): string[] {
  const inPage = [...(html ?? "").matchAll(/<a\b[^>]*\bhref\s*=\s*["'](https?:[^"']+)["']/gi)];
  const inText = [...text.matchAll(/https?:\/\/[^\s<>"')]+/gi)];
  const found = [
    ...inPage.map(([, address]) => unescaped(address ?? "")),
    ...inText.map(([address]) => address.replace(/[.,;:!?]+$/, "")),
  ];
  return [...new Set(found)].filter((address) => URL.canParse(address)).slice(0, mostLinks);
}
