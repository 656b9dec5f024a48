import { redirect } from "next/navigation";
import { TooManyRequests, tooManyRequestsPath } from "@/lib/http/too-many-requests";

/**
 * Leads to the page that says when to come back, and from there back to `back`, with `next` as the way on from a login.
 * Throws what is no limit again.
 */
export function leaveAtLimit(
  error: unknown,
  back: Parameters<typeof tooManyRequestsPath>[1],
  next: string | null = null,
): never {
  if (error instanceof TooManyRequests) redirect(tooManyRequestsPath(error, back, next));
  throw error;
}
