import type { Tally } from "./shoppers";

export type Mails = { wanted: number; lost: number; doubled: number };

type Row = { name: string; value: number | string; target: number | null; details: string[] };

/** Gives the table of a drill, and whether every target was met. */
export function layOutReport(tally: Tally, mails: Mails): { table: string; isGood: boolean } {
  const rows = listRows(tally, mails);
  const missed = rows.filter(({ value, target }) => target !== null && value !== target);
  const lines = rows.flatMap(({ name, value, target, details }) => {
    const mark = target === null ? " " : value === target ? "✓" : "✗";
    return [`${mark} ${name.padEnd(56)} ${String(value).padStart(6)}`, ...details.map((line) => `      ${line}`)];
  });
  return { table: lines.join("\n"), isGood: missed.length === 0 };
}

function listRows(tally: Tally, mails: Mails): Row[] {
  const told = Object.entries(tally.told);
  const own = tally.serverErrors.filter(({ phase }) => phase !== killPhase);
  const ofKill = tally.serverErrors.length - own.length;
  const codesOf = (isOutage: boolean) =>
    tally.codesMissed.filter((phase) => providerPhases.includes(phase) === isOutage);
  const row = (name: string, value: number | string, target: number | null, details: string[] = []): Row => ({
    name,
    value,
    target,
    details,
  });
  return [
    row("logins begun", tally.begun, null),
    row("logins finished", tally.finished, null),
    row("median time of a login, with its mail, in s", medianSeconds(tally.loginMs), null),
    row(
      "times that a shopper was told to try again",
      told.reduce((sum, [, count]) => sum + count, 0),
      null,
      told.map(([sentence, count]) => `${count} × ${sentence}`),
    ),
    row("logins that ended in silence", tally.silent.length, 0, countAlike(tally.silent)),
    row("sessions lost", tally.sessionsLost.length, 0, countAlike(tally.sessionsLost)),
    row("codes that did not come while their provider was down", codesOf(true).length, null),
    row("codes lost", codesOf(false).length, 0, countAlike(codesOf(false))),
    row("mails wanted", mails.wanted, null),
    row("mails lost", mails.lost, 0),
    row("mails doubled", mails.doubled, 0),
    row("errors of 500 and above, of the killed instance", ofKill, null),
    row(
      "errors of 500 and above, others",
      own.length,
      0,
      countAlike(own.map(({ phase, what }) => `${phase}: ${what}`)),
    ),
  ];
}

/** The one disturbance whose visitors may meet an error: their answer ended with the process. */
export const killPhase = "an instance is killed";

/** Twilio sends the codes through SendGrid, so that both can keep them from coming. */
export const twilioPhase = "Twilio is down";
export const sendgridPhase = "SendGrid answers 503";
const providerPhases = [twilioPhase, sendgridPhase];

function countAlike(items: string[]): string[] {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return [...counts].map(([item, count]) => `${count} × ${item}`);
}

function medianSeconds(times: number[]): string {
  const middle = times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];
  return middle === undefined ? "none" : (middle / 1_000).toFixed(1);
}
