import { html, raw } from "hono/html";
import { happenings } from "@/emulator/sendgrid/delivery-events";
import type { JournalEntry } from "@/emulator/state/emulator-state";
import { type FaultPreset, type FaultRule, faultPresets } from "@/emulator/state/fault-rule";
import type { DeliveryOutcome, InboxMessage } from "@/emulator/state/mailroom";
import type { Verification } from "@/emulator/state/verification";
import type { World } from "@/emulator/state/world";
import { maxChecks, maxSends, settle } from "@/emulator/twilio/verification-machine";

const presetNames: Record<FaultPreset, string> = {
  "twilio-down": "Twilio is down",
  "twilio-slow": "Twilio takes 8 seconds",
  "twilio-busy": "Twilio says: too many requests",
  "answer-lost": "Twilio's answer gets lost",
  "no-more-sends": "Five sends are used up",
  "fraud-block": "Fraud Guard blocks",
  "sendgrid-down": "SendGrid is down",
  "stripe-down": "Stripe is down",
};

const presets = Object.keys(faultPresets) as FaultPreset[];

function describe({ match, action }: FaultRule): string {
  const where = [match.method, match.path, match.to].filter(Boolean).join(" ") || "everything";
  const what = [
    action.code ?? action.status,
    action.body,
    action.delayMs === undefined ? undefined : `after ${action.delayMs} ms`,
    action.drop === undefined ? undefined : `connection cut ${action.drop} it takes effect`,
  ];
  return `${where}: ${what.filter((part) => part !== undefined).join(", ")}`;
}

/** Whom the buttons concern: everyone, or one address, so that nobody else who uses this emulator notices. */
type Scope = { to: string | undefined; offered: string | undefined };

function presetButton(faults: FaultRule[], preset: FaultPreset, to: string | undefined) {
  const active = faults.find((fault) => fault.preset === preset && fault.match.to === to);
  const name = presetNames[preset];
  if (active === undefined)
    return html`<button class="button" type="button" aria-pressed="false" data-post="/emulator/faults" data-body="${JSON.stringify({ preset, to })}">${name}</button>`;
  return html`<button class="button" type="button" aria-pressed="true" data-delete="/emulator/faults/${active.id}">${name}<span class="times">${active.fired}×</span></button>`;
}

function ruleRow(fault: FaultRule) {
  return html`<li><code>${describe(fault)}</code><span>${fault.fired}×</span><button class="button small" type="button" data-delete="/emulator/faults/${fault.id}">Remove</button></li>`;
}

function scopeSwitch({ to, offered }: Scope) {
  if (offered === undefined) return html``;
  const choice = (address: string, name: string, isChosen: boolean) =>
    html`<button type="button" data-scope="${address}" aria-pressed="${String(isChosen)}">${name}</button>`;
  return html`<div class="tabs scope" role="group" aria-label="Whom time and faults concern">${choice("", "Everyone", to === undefined)}${choice(offered, `Only ${offered}`, to !== undefined)}</div>`;
}

/** Buttons for time and for the faults that have a name. */
export function controlsView(world: World, scope: Scope) {
  const { clock, faults } = world.state;
  const isFrozen = clock.frozenAtMs !== null;
  const isMoved = isFrozen || clock.offsetMs !== 0;
  const { to } = scope;
  const others = faults.filter(({ preset, match }) => preset === null || match.to !== to);
  const advance = (ms: number, name: string) =>
    html`<button class="button" type="button" data-post="/emulator/clock/advance" data-body="${JSON.stringify({ ms, to })}">${name}</button>`;
  const forEveryone = html`<button class="button" type="button" aria-pressed="${String(isFrozen)}" data-post="/emulator/clock/${isFrozen ? "resume" : "freeze"}">Stop the clock</button>
    ${isMoved ? html`<button class="button quiet" type="button" data-delete="/emulator/clock">Back to now</button>` : html``}`;
  return html`${scopeSwitch(scope)}<div class="group" data-now="${world.nowMs()}" data-is-frozen="${String(isFrozen)}" data-is-unusual="${String(isMoved || faults.length > 0)}">
  <h2>Time <output data-now-text></output></h2>
  <div class="buttons">
    ${advance(60_000, "Skip 1 minute")}${advance(600_000, "Skip 10 minutes")}${advance(86_400_000, "Skip 1 day")}
    ${to === undefined ? forEveryone : html``}
  </div>
</div>
<div class="group">
  <h2>Faults <span>${faults.length === 0 ? "none, everything works" : "stay until you switch them off"}</span></h2>
  <div class="buttons">${presets.map((preset) => presetButton(faults, preset, to))}</div>
  ${others.length === 0 ? html`` : html`<ul class="faults">${others.map(ruleRow)}</ul>`}
</div>`;
}

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

const shapes = {
  mail: '<rect x="3" y="5" width="18" height="14" rx="3"/><path d="m4 8 8 6 8-6"/>',
  search: '<circle cx="11" cy="11" r="6.5"/><path d="m20 20-4.2-4.2"/>',
  sliders: '<path d="M4 7h9M17 7h3M4 17h3M11 17h9"/><circle cx="15" cy="7" r="2"/><circle cx="9" cy="17" r="2"/>',
  email: '<rect x="3" y="5" width="18" height="14" rx="3"/><path d="m4 8 8 6 8-6"/>',
  sms: '<path d="M5 5h14a2 2 0 0 1 2 2v8a2 2 0 0 1-2 2h-7l-5 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z"/>',
  whatsapp: '<path d="M4 20l1.3-4A8 8 0 1 1 8.400 19L4 20Z"/><path d="M9.500 9.500c0 3 2 5 5 5"/>',
  call: '<path d="M6 4h3l1.500 4-2 1.500a11 11 0 0 0 6 6l1.500-2 4 1.500v3a2 2 0 0 1-2 2A16 16 0 0 1 4 6a2 2 0 0 1 2-2Z"/>',
  copy: '<rect x="9" y="9" width="11" height="11" rx="2.500"/><path d="M5 15a2 2 0 0 1-1-2V6a2 2 0 0 1 2-2h7a2 2 0 0 1 2 1"/>',
  back: '<path d="m14 6-6 6 6 6"/>',
  trash: '<path d="M4 7h16M9 7V5h6v2M6.500 7l1 13h9l1-13"/>',
} as const;

type IconName = keyof typeof shapes;

/** A line drawing in the colour of the text around it. */
export function icon(name: IconName) {
  return raw(
    `<svg viewBox="0 0 24 24" width="20" height="20" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes[name]}</svg>`,
  );
}

/** Says so where a message was late or never arrived; nothing where all went well. */
export function outcomeBadge(outcome: DeliveryOutcome) {
  if (outcome === "delivered") return html``;
  return html`<span class="badge ${outcome}">${outcome}</span>`;
}
