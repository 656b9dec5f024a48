import { html } from "hono/html";
import { icon } from "@/emulator/inbox/icons";
import type { InboxMessage } from "@/emulator/inbox/inbox-message";
import { outcomeBadge } from "@/emulator/inbox/outcome-badge";
import { timelineView } from "@/emulator/inbox/timeline-view";
import { verificationOfMessage } from "@/emulator/inbox/verification-of-message";
import type { World } from "@/emulator/world";

const channelNames = { email: "Mail", sms: "Text message", whatsapp: "WhatsApp message", call: "Phone call" } as const;

/** What the reading pane shows before a message is chosen. */
export function nothingChosen() {
  return html`<div class="empty wide">
  <h2>Choose a message</h2>
  <p>Or press <kbd>J</kbd> and <kbd>K</kbd> to move, <kbd>C</kbd> to copy the newest code.</p>
</div>`;
}

function sender({ channel, from }: InboxMessage): string {
  if (from.email === "") return from.name;
  return channel === "email" && from.name !== "" ? `${from.name} <${from.email}>` : from.email;
}

function bodyView(message: InboxMessage) {
  if (message.html === null) return html`<pre class="text">${message.text}</pre>`;
  return html`<div class="tabs" role="tablist">
    <button type="button" role="tab" aria-selected="true" data-tab="page">Page</button>
    <button type="button" role="tab" aria-selected="false" data-tab="text">Plain text</button>
  </div>
  <iframe class="page" data-pane="page" title="The mail" sandbox="allow-same-origin" src="/emulator/messages/${encodeURIComponent(message.id)}/page"></iframe>
  <pre class="text" data-pane="text" hidden>${message.text}</pre>`;
}

/** One message: its code first, then the life of that code, then the message as its reader sees it. */
export function detailView(world: World, message: InboxMessage) {
  const verification = verificationOfMessage(world.state, message);
  return html`<header class="head">
  <a class="button quiet back" href="/" data-back>${icon("back")}<span>All messages</span></a>
  <h2>${message.channel === "call" ? "Phone call" : message.subject}</h2>
  <dl>
    <div><dt>To</dt><dd>${message.to}</dd></div>
    <div><dt>From</dt><dd>${sender(message)}</dd></div>
    <div><dt>${channelNames[message.channel]}</dt><dd><time datetime="${message.receivedAt}" data-clock></time> ${outcomeBadge(message.outcome)}</dd></div>
  </dl>
</header>
${
  message.code === null
    ? html``
    : html`<button class="code" type="button" data-copy="${message.code}" aria-label="Copy the code ${message.code}">
  <span class="digits">${message.code}</span>
  <span class="hint">${icon("copy")}<span data-copy-label>Copy</span></span>
</button>`
}
${verification === undefined ? html`` : timelineView(verification, world.nowMs())}
<section class="body">${bodyView(message)}</section>`;
}
