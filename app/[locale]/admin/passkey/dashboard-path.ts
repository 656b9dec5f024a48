import { safePath } from "@/lib/http/safe-redirect";

/** The overview for anything else. */
export function dashboardPath(next: unknown): string {
  const path = safePath(next);
  return path !== null && /^\/admin(\/|\?|$)/.test(path) ? path : "/admin";
}
