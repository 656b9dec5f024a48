import { type AuditEventName, auditEventNames } from "@/lib/audit/events";
import type { Role } from "@/lib/users/roles";
import { pick, pickWeighted, randomSource, uuid7 } from "./write-rows";

const dayMs = 86_400_000;
/** How far back the first of the demo users registered. */
const SHOP_AGE_DAYS = 1_095;

// biome-ignore format: one list
export const firstNames = ["alex", "amara", "anna", "ben", "carla", "chen", "clara", "daniel", "diego", "elena", "emma", "fatima", "felix", "grace", "hana", "hugo", "ines", "ivan", "jack", "jana", "john", "jonas", "julia", "kaito", "lara", "leo", "lina", "lucas", "maria", "mark", "mei", "mia", "mina", "nadia", "nils", "noah", "nora", "olga", "omar", "paul", "petra", "priya", "rosa", "sam", "sara", "sofia", "tariq", "theo", "vera", "yusuf", "zoe"];
// biome-ignore format: one list
export const lastNames = ["adler", "ahmed", "baker", "bauer", "becker", "brown", "costa", "cruz", "davis", "dubois", "evans", "fischer", "garcia", "gruber", "haas", "hansen", "ito", "jensen", "jones", "keller", "khan", "kim", "klein", "kowalski", "lang", "lee", "lopez", "meyer", "moreau", "mueller", "murphy", "nguyen", "novak", "okafor", "patel", "perez", "petrov", "quinn", "rossi", "sato", "schmidt", "silva", "singh", "smith", "tanaka", "taylor", "urban", "vogel", "wagner", "wang", "weber", "wilson", "wood", "yilmaz", "young", "zimmer"];

/** Names that belong to nobody (RFC 2606 and RFC 6761): no mail to a demo user ever reaches a person. */
const domains = [
  ["example.com", 55],
  ["example.org", 15],
  ["example.net", 10],
  ["mail.test", 12],
  ["post.test", 6],
  ["studio.example", 2],
] as const;

/** Numbers set aside for fiction: NANP 555-01xx, Ofcom 07700 900xxx, ARCEP 06 39 98 xx xx, ACMA 0491 570 xxx. */
const phoneShapes = [
  ["+1##2555010#", 60],
  ["+447700900###", 20],
  ["+3363998####", 15],
  ["+61491570###", 5],
] as const;

export type DemoUser = {
  id: string;
  email: string;
  username: string;
  phone: string;
  role: Role;
  disabledAt: Date | null;
  disabledReason: string | null;
  createdAt: Date;
  lastLoginAt: Date | null;
  hasPasskey: boolean;
};

/** Three years of users, oldest first, always the same. Usernames end in numbers from `firstNumber`. */
export function* demoUsers(count: number, firstNumber = 1, now = Date.now()): Generator<DemoUser, void, void> {
  const random = randomSource(firstNumber);
  for (let index = 0; index < count; index++) {
    const createdAt = now - SHOP_AGE_DAYS * dayMs * (1 - (index + random()) / count);
    const username = `${pick(random, firstNames)}${pick(random, [".", "_", "-", ""])}${pick(random, lastNames)}${firstNumber + index}`;
    const isDisabled = random() < 0.02;
    yield {
      id: uuid7(random, createdAt),
      username: random() < 0.3 ? username.replace(/^./, (letter) => letter.toUpperCase()) : username,
      email: `${username}@${pickWeighted(random, domains)}`,
      phone: pickWeighted(random, phoneShapes).replace(/#/g, () => String(Math.floor(random() * 10))),
      role: pickWeighted<Role>(random, [
        ["CUSTOMER", 99_950],
        ["STAFF", 45],
        ["ADMIN", 5],
      ]),
      disabledAt: isDisabled ? new Date(createdAt + random() * (now - createdAt)) : null,
      disabledReason: isDisabled ? pick(random, ["chargebacks", "asked by the owner", "spam", "stolen phone"]) : null,
      createdAt: new Date(createdAt),
      // Most come back seldom, a few every day.
      lastLoginAt: random() < 0.08 ? null : new Date(createdAt + random() ** 2 * (now - createdAt)),
      hasPasskey: random() < 0.03,
    };
  }
}

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

type DemoEvent = {
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
      at: new Date(now - TRAIL_DAYS * dayMs * (1 - (index + random()) / count)),
      name,
      actorId: name === "login_requested" ? null : userId,
      subjectId: userId,
      maskedIdentifier: `${String.fromCharCode(97 + (byte() % 26))}…@example.com`,
      ip: `10.${byte()}.${byte()}.${byte()}`,
      userAgent: pick(random, browsers),
    };
  }
}
