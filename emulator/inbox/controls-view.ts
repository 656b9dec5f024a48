import { html } from "hono/html";
import { type FaultPreset, type FaultRule, faultPresets } from "@/emulator/state/fault-rule";
import type { World } from "@/emulator/state/world";

const presetNames: Record<FaultPreset, string> = {
  "twilio-down": "Twilio is down",
  "twilio-slow": "Twilio takes 8 seconds",
  "twilio-busy": "Twilio says: too many requests",
  "answer-lost": "Twilio's answer gets lost",
  "no-more-sends": "Five sends are used up",
  "fraud-block": "Fraud Guard blocks",
  "sendgrid-down": "SendGrid is down",
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
export type Scope = { to: string | undefined; offered: string | undefined };

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
