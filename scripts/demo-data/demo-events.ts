import { type AuditEventName, auditEventNames } from "@/lib/audit/events";
import { pick, pickWeighted, randomSource } from "./write-rows";

const DAY_MS = 86_400_000;
const TRAIL_DAYS = 90;

/** Others come once in 300 logins. */
const weights: Partial<Record<AuditEventName, number>> = {
  login_requested: 350,
  code_sent: 400,
  login_succeeded: 300,
  code_rejected: 60,
  code_resent: 30,
  logout: 80,
  limit_reached: 15,
  registration_requested: 20,
  user_registered: 18,
};
const names = auditEventNames.map((name) => [name, weights[name] ?? 1] as const);
const nobodyIsKnownYet = new Set<AuditEventName>(["registration_requested", "no_account_notified"]);
const browsers = ["Chrome on Windows", "Safari on iOS", "Firefox on Linux", "Chrome on Android"];

export type DemoEvent = {
  at: Date;
  name: AuditEventName;
  actorId: string | null;
  subjectId: string | null;
  maskedIdentifier: string;
  ip: string;
  userAgent: string;
};

/** In the last 90 days, oldest first; a few users are far busier. */
export function* demoEvents(count: number, userIds: readonly string[], now = Date.now()): Generator<DemoEvent> {
  const random = randomSource(count);
  const byte = () => Math.floor(random() * 256);
  for (let index = 0; index < count; index++) {
    const name = pickWeighted(random, names);
    const userId = nobodyIsKnownYet.has(name) ? null : (userIds[Math.floor(random() ** 3 * userIds.length)] ?? null);
    yield {
      at: new Date(now - TRAIL_DAYS * DAY_MS * (1 - (index + random()) / count)),
      name,
      actorId: name === "login_requested" ? null : userId,
      subjectId: userId,
      maskedIdentifier: `${String.fromCharCode(97 + (byte() % 26))}…@example.com`,
      ip: `10.${byte()}.${byte()}.${byte()}`,
      userAgent: pick(random, browsers),
    };
  }
}
