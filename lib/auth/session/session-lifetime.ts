import { canReadDashboard, type Role } from "@/lib/users/roles";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long sessions last, in milliseconds (ASVS 7.3.1, 7.3.2): staff can do more harm, so theirs are short. */
const lifetimes = {
  shopper: { idleMs: 14 * dayMs, absoluteMs: 90 * dayMs },
  staff: { idleMs: 30 * minuteMs, absoluteMs: 12 * hourMs },
};

/** When a session made now must end whatever happens. */
export function absoluteEnd(role: Role, now: Date): Date {
  return new Date(now.getTime() + lifetimeOf(role).absoluteMs);
}

/**
 * Whether a session is still good at `now`. The role is the user's present one, so that a shopper who becomes an
 * admin gets the shorter life at once.
 */
export function isSessionAlive(
  session: { createdAt: Date; lastSeenAt: Date; expires: Date },
  role: Role,
  now: Date,
): boolean {
  const { idleMs, absoluteMs } = lifetimeOf(role);
  return (
    session.expires > now &&
    now.getTime() - session.createdAt.getTime() < absoluteMs &&
    now.getTime() - session.lastSeenAt.getTime() < idleMs
  );
}

function lifetimeOf(role: Role) {
  return canReadDashboard(role) ? lifetimes.staff : lifetimes.shopper;
}
