import type { UserCount } from "@/lib/users/count-users";

/** How many users fit, and how sure that is: "about 1,000,000 users". */
export function tellUserCount({ kind, count }: UserCount): string {
  const number = `${count.toLocaleString("en")} ${count === 1 ? "user" : "users"}`;
  if (kind === "exact") return number;
  return kind === "estimate" ? `about ${number}` : `more than ${number}`;
}
