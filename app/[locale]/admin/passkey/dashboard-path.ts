import { safePath } from "@/lib/http/safe-redirect";

/** The page of the dashboard that this asks for; its first page for anything else. */
export function dashboardPath(next: unknown): string {
  const path = safePath(next);
  return path !== null && /^\/admin(\/|\?|$)/.test(path) ? path : "/admin";
}
