import { html } from "hono/html";
import { type FaultPreset, type FaultRule, faultPresets } from "@/emulator/control/fault-rule";
import type { World } from "@/emulator/world";

const presetNames: Record<FaultPreset, string> = {
  "twilio-down": "Twilio is down",
  "twilio-slow": "Twilio takes 8 seconds",
  "twilio-busy": "Twilio says: too many requests",
  "answer-lost": "Twilio's answer gets lost",
  "no-more-sends": "Five sends are used up",
  "fraud-block": "Fraud Guard blocks",
  "sendgrid-down": "SendGrid is down",
};

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

/** Buttons for time and for the faults that have a name. */
export function controlsView(world: World) {
  const { clock, faults } = world.state;
  const isFrozen = clock.frozenAtMs !== null;
  const advance = (ms: number, name: string) =>
    html`<button class="button" type="button" data-post="/emulator/clock/advance" data-body="${JSON.stringify({ ms })}">${name}</button>`;
  return html`<div class="group" data-now="${world.nowMs()}" ${isFrozen ? "data-frozen" : ""}>
  <h2>Time <output data-now-text></output></h2>
  <div class="buttons">
    ${advance(60_000, "Skip 1 minute")}${advance(600_000, "Skip 10 minutes")}${advance(86_400_000, "Skip 1 day")}
    <button class="button" type="button" data-post="/emulator/clock/${isFrozen ? "resume" : "freeze"}">${isFrozen ? "Let it run" : "Stop it"}</button>
    ${clock.offsetMs !== 0 || isFrozen ? html`<button class="button quiet" type="button" data-delete="/emulator/clock">Back to now</button>` : html``}
  </div>
</div>
<div class="group">
  <h2>Faults</h2>
  <div class="buttons">${Object.keys(faultPresets).map(
    (preset) =>
      html`<button class="button" type="button" data-post="/emulator/faults" data-body="${JSON.stringify({ preset })}">${presetNames[preset as FaultPreset]}</button>`,
  )}</div>
  ${
    faults.length === 0
      ? html`<p class="hint">Everything works. A fault stays until you remove it.</p>`
      : html`<ul class="faults">${faults.map(
          (fault) =>
            html`<li><code>${describe(fault)}</code><span>${fault.fired}×</span><button class="button small" type="button" data-delete="/emulator/faults/${fault.id}">Remove</button></li>`,
        )}</ul>`
  }
</div>`;
}
