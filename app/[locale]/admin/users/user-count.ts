import type { Translations } from "@/lib/i18n/translator";
import type { UserCount } from "@/lib/users/count-users";

const kinds = { exact: "exact", estimate: "estimate", "more than": "moreThan" } as const;

/**
 * How many users there are, and how sure that is: `shown` and `fitting` for a line of its own ("About 1,000,000 users
 * fit"), `users` for a part of a sentence.
 */
export function tellUserCount(
  { kind, count }: UserCount,
  place: "shown" | "fitting" | "users",
  t: Translations<"adminUsers">,
): string {
  return t(`${place}.${kinds[kind]}`, { count });
}
