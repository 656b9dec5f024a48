import { html } from "hono/html";
import type { EmulatorState } from "@/emulator/state/emulator-state";
import type { InboxMessage } from "@/emulator/state/mailroom";
import type { Verification } from "@/emulator/state/verification";
import type { World } from "@/emulator/state/world";
import { messageLinks } from "./list-view";
import { icon, logView, outcomeBadge, timelineView } from "./page-views";

type Fragment = ReturnType<typeof html>;
type Pane = { name: string; title: string; content: Fragment };

const channelNames = { email: "Mail", sms: "Text message", whatsapp: "WhatsApp message", call: "Phone call" } as const;

/** What the reading pane shows before a message is chosen. */
export function nothingChosen() {
  return html`<div class="empty wide">
  <h2>Choose a message</h2>
  <p>Or press <kbd>J</kbd> and <kbd>K</kbd> to move, <kbd>C</kbd> to copy the newest code.</p>
</div>`;
}

function codeButton(code: string) {
  return html`<button class="code" type="button" data-copy="${code}" aria-label="Copy the code ${code}">
  <span class="digits">${code}</span>
  <span class="hint">${icon("copy")}<span data-copy-label>Copy</span></span>
</button>`;
}

function linkRow(address: string) {
  return html`<li>
  <a href="${address}" target="_blank" rel="noopener noreferrer">${address}</a>
  <button class="button small quiet" type="button" data-copy="${address}" aria-label="Copy the link ${address}">${icon("copy")}<span data-copy-label>Copy</span></button>
</li>`;
}

function headerRow([name, value]: [string, string]) {
  return html`<div class="header"><dt>${name}</dt><dd>${value}</dd></div>`;
}

function panesOf(world: World, message: InboxMessage): Pane[] {
  const text = html`<pre class="text" dir="auto">${message.text}</pre>`;
  const page = html`<iframe class="page" title="The mail" sandbox="allow-same-origin" src="/emulator/messages/${encodeURIComponent(message.id)}/page"></iframe>`;
  return [
    ...(message.html === null ? [] : [{ name: "page", title: "Page", content: page }]),
    { name: "text", title: message.html === null ? "Text" : "Plain text", content: text },
    {
      name: "headers",
      title: "Headers",
      content: html`<dl class="headers">${messageHeaders(message).map(headerRow)}</dl>`,
    },
    { name: "log", title: "Log", content: logView(world, message) },
  ];
}

function bodyView(world: World, message: InboxMessage) {
  const panes = panesOf(world, message);
  const [first] = panes;
  return html`<div class="tabs" role="tablist" aria-label="Views of the message">${panes.map(
    ({ name, title }) =>
      html`<button type="button" role="tab" id="tab-${name}" aria-controls="pane-${name}" aria-selected="${String(name === first?.name)}" tabindex="${name === first?.name ? 0 : -1}" data-tab="${name}">${title}</button>`,
  )}</div>
  ${panes.map(
    ({ name, content }) =>
      html`<div role="tabpanel" id="pane-${name}" aria-labelledby="tab-${name}" data-pane="${name}" ${name === first?.name ? "" : "hidden"}>${content}</div>`,
  )}`;
}

/** One message: its code and links first, then the life of that code, then the message and what is known about it. */
export function detailView(world: World, message: InboxMessage) {
  const verification = verificationOfMessage(world.state, message);
  const links = messageLinks(message);
  return html`<header class="head">
  <a class="button quiet back" href="/" data-back>${icon("back")}<span>All messages</span></a>
  <h2 dir="auto">${message.channel === "call" ? "Phone call" : message.subject}</h2>
  <dl>
    <div><dt>To</dt><dd>${message.to}</dd></div>
    <div><dt>From</dt><dd>${senderLine(message)}</dd></div>
    <div><dt>${channelNames[message.channel]}</dt><dd><time datetime="${message.receivedAt}" data-clock></time> ${outcomeBadge(message.outcome)}</dd></div>
  </dl>
</header>
${message.code === null ? html`` : codeButton(message.code)}
${links.length === 0 ? html`` : html`<ul class="links" aria-label="Links of the message">${links.map(linkRow)}</ul>`}
${verification === undefined ? html`` : timelineView(verification, world.nowMs())}
<section class="body">${bodyView(world, message)}</section>`;
}

/** The verification that sent this message, if one did: its attempts remember the ids SendGrid answered. */
function verificationOfMessage(state: EmulatorState, message: InboxMessage): Verification | undefined {
  const verifications = state.accounts.get(message.accountSid)?.verifications.values() ?? [];
  return [...verifications].find(({ sends }) =>
    sends.some(({ messageId }) => messageId !== null && message.id.startsWith(messageId)),
  );
}

/** Name and address as one line. */
function senderLine({ channel, from }: InboxMessage): string {
  if (from.email === "") return from.name;
  return channel === "email" && from.name !== "" ? `${from.name} <${from.email}>` : from.email;
}

/** The headers of a mail as its reader's program would show them; for phones, what their network tells. */
function messageHeaders(message: InboxMessage): [name: string, value: string][] {
  const { channel, to, subject, receivedAt, id, html, headers } = message;
  const common: [string, string][] = [
    ["From", senderLine(message)],
    ["To", to],
  ];
  const date = new Date(receivedAt).toUTCString().replace("GMT", "+0000");
  if (channel !== "email") return [...common, ["Date", date], [channel === "call" ? "Call SID" : "Message SID", id]];
  return [
    ...common,
    ["Subject", subject],
    ["Date", date],
    ["Message-ID", `<${id}@emulator>`],
    ["Content-Type", html === null ? "text/plain; charset=utf-8" : "multipart/alternative"],
    ...Object.entries(headers),
  ];
}
