import { env } from "@/lib/env";

export type Policy = {
  limit: number;
  windowSeconds: number;
  /** Above it, a bot check comes first. */
  softLimit?: number;
  /** The rules behind it; reasons are in messages/en/admin-limits.ts. */
  sources: string;
};

const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

/** Names are action, then subject: `mailbox` (see `baseMailbox`), `source` and `network` (see `sourceOf`), `pair`
 * (address with either), `identity` (an address, with or without account), `known` (trusted device), `unknown`
 * (visitors without a proxy's address). Sources: R is a requirement of docs/security.md, "quick picks" a first
 * value, TW:60203 a Twilio error, NIST SP 800-63B-4. */
export const policies = {
  "send.address.short": { limit: 5, windowSeconds: 10 * minute, softLimit: 3, sources: "R11, TW:60203" },
  "send.address.day": { limit: 10, windowSeconds: day, sources: "R11" },
  "send.mailbox.short": { limit: 8, windowSeconds: 10 * minute, softLimit: 5, sources: "R11" },
  "send.mailbox.day": { limit: 16, windowSeconds: day, sources: "R11" },
  "send.pair.hour": { limit: 10, windowSeconds: hour, sources: "R17" },
  "send.source.short": { limit: 30, windowSeconds: 10 * minute, softLimit: 5, sources: "quick picks, R19" },
  "send.source.hour": { limit: 30, windowSeconds: hour, sources: "quick picks" },
  "send.network.hour": { limit: 120, windowSeconds: hour, sources: "R17" },
  "send.all.day": {
    get limit() {
      return env().DAILY_SEND_BUDGET;
    },
    windowSeconds: day,
    get softLimit() {
      return Math.floor(env().DAILY_SEND_BUDGET * 0.8);
    },
    sources: "R17, quick picks",
  },
  "send.unknown.short": { limit: 300, windowSeconds: 10 * minute, softLimit: 60, sources: "R18" },
  "send.unknown.hour": { limit: 300, windowSeconds: hour, sources: "R18" },
  "send.known.short": { limit: 5, windowSeconds: 10 * minute, sources: "R8, TW:60203" },
  "send.known.day": { limit: 10, windowSeconds: day, sources: "R8, R11" },
  "send.known.address.day": { limit: 20, windowSeconds: day, sources: "R11" },
  "send.known.mailbox.day": { limit: 40, windowSeconds: day, sources: "R11" },
  "send.stepup.short": { limit: 5, windowSeconds: 10 * minute, sources: "TW:60203" },
  "send.stepup.day": { limit: 10, windowSeconds: day, sources: "R11" },
  "send.ending.short": { limit: 5, windowSeconds: 10 * minute, sources: "TW:60203" },
  "send.ending.day": { limit: 10, windowSeconds: day, sources: "R11" },
  "send.known.all.day": {
    get limit() {
      return env().DAILY_SEND_BUDGET;
    },
    windowSeconds: day,
    sources: "R8, R17",
  },
  "send.phone.user.day": { limit: 5, windowSeconds: day, sources: "R17" },
  "send.phone.number.short": { limit: 5, windowSeconds: 10 * minute, sources: "R11, TW:60203" },
  "send.phone.number.day": { limit: 10, windowSeconds: day, sources: "R11" },
  "send.phone.prefix.day": { limit: 20, windowSeconds: day, sources: "R17" },
  "send.phone.all.day": {
    get limit() {
      return env().DAILY_PHONE_BUDGET;
    },
    windowSeconds: day,
    sources: "R17",
  },
  "notice.address.day": { limit: 3, windowSeconds: day, sources: "R11" },
  "notice.admin.day": { limit: 200, windowSeconds: day, sources: "R17" },
  "notice.all.day": {
    get limit() {
      return env().DAILY_SEND_BUDGET;
    },
    windowSeconds: day,
    sources: "R17, R33",
  },
  "notice.user.day": { limit: 2, windowSeconds: day, sources: "R11" },
  "check.identity.hour": { limit: 10, windowSeconds: hour, softLimit: 5, sources: "R7, R19" },
  "check.identity.day": { limit: 20, windowSeconds: day, sources: "R7, NIST 5.2.2" },
  "check.pair.hour": { limit: 7, windowSeconds: hour, softLimit: 3, sources: "R8, R19, ASVS 6.1.1" },
  "check.pair.day": { limit: 10, windowSeconds: day, sources: "R8, ASVS 6.1.1" },
  "check.known.hour": { limit: 10, windowSeconds: hour, sources: "R8" },
  "check.known.day": { limit: 20, windowSeconds: day, sources: "R7, R8" },
  "check.source.hour": { limit: 100, windowSeconds: hour, softLimit: 20, sources: "R17, R19, ASVS 6.3.1" },
  "check.unknown.hour": { limit: 1_000, windowSeconds: hour, softLimit: 60, sources: "R18, R19" },
  "recover.identity.day": { limit: 10_000, windowSeconds: day, softLimit: 5, sources: "R7, R8, NIST" },
  "recover.source.hour": { limit: 30, windowSeconds: hour, softLimit: 5, sources: "R17, ASVS 6.3.1" },
  "recover.network.hour": { limit: 120, windowSeconds: hour, sources: "R17" },
  "recover.unknown.hour": { limit: 300, windowSeconds: hour, softLimit: 60, sources: "R18" },
  "recover.known.hour": { limit: 10, windowSeconds: hour, sources: "R8" },
  "recover.session.hour": { limit: 20, windowSeconds: hour, sources: "R8, R33" },
  "username.source.hour": { limit: 40, windowSeconds: hour, softLimit: 10, sources: "R16" },
  "username.unknown.hour": { limit: 400, windowSeconds: hour, softLimit: 60, sources: "R18" },
  "username.user.month": { limit: 2, windowSeconds: 30 * day, sources: "R41" },
  "username.request.short": { limit: 10, windowSeconds: 10 * minute, sources: "R16" },
  "change.user.day": { limit: 5, windowSeconds: day, sources: "R11" },
  "login.user.hour": { limit: 30, windowSeconds: hour, sources: "R17, R34" },
  "login.user.day": { limit: 100, windowSeconds: day, sources: "R17, R34" },
  "confirm.user.hour": { limit: 60, windowSeconds: hour, sources: "R41" },
  "end.user.hour": { limit: 30, windowSeconds: hour, sources: "R33, R41" },
  "act.user.day": { limit: 20, windowSeconds: day, sources: "R17, R33" },
  "export.user.day": { limit: 10, windowSeconds: day, sources: "R17, R33" },
  "rename.session.hour": { limit: 60, windowSeconds: hour, sources: "R41" },
  "language.user.hour": { limit: 60, windowSeconds: hour, sources: "R41" },
  "order.user.day": { limit: 20, windowSeconds: day, sources: "R41" },
  "payment.user.hour": { limit: 60, windowSeconds: hour, sources: "R41" },
  "bag.source.hour": { limit: 60, windowSeconds: hour, sources: "quick picks" },
  "bag.network.day": { limit: 1_000, windowSeconds: day, sources: "quick picks" },
  "bag.unknown.hour": { limit: 1_000, windowSeconds: hour, sources: "R18" },
  "proof.once": { limit: 1, windowSeconds: 30 * minute, sources: "R19" },
  "wait.source.short": { limit: 5, windowSeconds: 10 * minute, sources: "R19" },
  "wait.unknown.short": { limit: 50, windowSeconds: 10 * minute, sources: "R18, R19" },
  "export.staff.day": { limit: 20, windowSeconds: day, sources: "R41" },
  "audit.source.hour": { limit: 300, windowSeconds: hour, sources: "R41" },
  "audit.all.hour": { limit: 10_000, windowSeconds: hour, sources: "R41" },
  "audit.limit.hour": { limit: 1, windowSeconds: hour, sources: "R41" },
} satisfies Record<string, Policy>;

export type PolicyName = keyof typeof policies;
