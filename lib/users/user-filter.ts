import { domainToASCII } from "node:url";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { canonicalEmail, phoneSpellings } from "@/lib/identifier";
import { readTyped, readTypedText } from "@/lib/typed-text";
import type { Role } from "./roles";

/** Ranges include their beginning and exclude their end. */
export type UserFilter = {
  search?: string | undefined;
  role?: Role | undefined;
  status?: "active" | "disabled" | undefined;
  registeredFrom?: Date | undefined;
  registeredBefore?: Date | undefined;
  lastLoginFrom?: Date | undefined;
  lastLoginBefore?: Date | undefined;
  hasNeverLoggedIn?: boolean | undefined;
  hasPasskey?: boolean | undefined;
};

export type UserSource = { from: Prisma.Sql; columns: Prisma.Sql };

/** Where conditions and order find their columns. The last login is in a table of its own (see `LastLogin`). */
export function userSource(
  { lastLoginFrom, lastLoginBefore, hasNeverLoggedIn }: UserFilter,
  order?: string,
): UserSource {
  const byLastLogin = order === "last-login" || lastLoginFrom || lastLoginBefore || hasNeverLoggedIn;
  return byLastLogin
    ? { from: Prisma.sql`"User" u JOIN "LastLogin" ON "userId" = u."id"`, columns: Prisma.sql`, "userId", "at"` }
    : { from: Prisma.sql`"User" u`, columns: Prisma.empty };
}

const searched = Prisma.sql`("usernameKey" || E'\n' || "email" || E'\n' || "phone")`;

/** Marks of usernames and emails as digits, as in their index. */
const searchedMarks = Prisma.sql`regexp_replace(translate("usernameKey" || E'\n' || "email", '.@-_+', '01234'),
  '([a-z])[a-z]*([a-z])', '\\1 \\2', 'g')`;

/** Which index answers: the text's, or that of its marks. */
type SearchMethod = "text" | "marks";

/** PostgreSQL refuses half surrogate pairs; names hold no control characters. */
const unsearchable = /\p{Cc}|\p{Cs}/gu;

export function filterConditions(filter: UserFilter, way: SearchMethod = "text"): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const text = searchedText(filter);
  if (text && way === "text") conditions.push(searchCondition(text));
  // Concatenated with '', so that the planner takes the other index.
  if (text && way === "marks") {
    conditions.push(...markConditions(filter), Prisma.sql`${searched} || '' LIKE ${`%${escapeWildcards(text)}%`}`);
  }
  if (filter.role) conditions.push(Prisma.sql`"role" = ${filter.role}::"Role"`);
  if (filter.status === "active") conditions.push(Prisma.sql`"disabledAt" IS NULL`);
  if (filter.status === "disabled") conditions.push(Prisma.sql`"disabledAt" IS NOT NULL`);
  if (filter.hasPasskey !== undefined) {
    const isOwner = Prisma.sql`EXISTS (SELECT FROM "Authenticator" a WHERE a."userId" = u."id")`;
    conditions.push(filter.hasPasskey ? isOwner : Prisma.sql`NOT ${isOwner}`);
  }
  return [...conditions, ...registeredConditions(filter), ...lastLoginConditions(filter)];
}

/** The search as stored: domains in `xn--` form, whole addresses canonical, digits in ASCII. */
function searchedText({ search }: UserFilter): string {
  const typed = readTypedText((search ?? "").slice(0, 300).replace(unsearchable, "")).toLowerCase();
  const text =
    canonicalEmail(typed) ??
    typed.replace(/[^\s@.]*[^\s@.\p{ASCII}][^\s@.]*/gu, (label) => {
      const read = readTyped(label);
      return /^\p{ASCII}*$/u.test(read) ? read : domainToASCII(label) || label;
    });
  return text.slice(0, 254);
}

/** Trigrams skip marks, so `com.example` would match all of example.com: compares the neighbours of each mark. */
function markConditions(filter: UserFilter): Prisma.Sql[] {
  const text = searchedText(filter);
  if (!hasTrigram(text) || phoneDigits(text) !== null) return [];
  const marks = text.matchAll(/([a-z0-9])([.@_+-])(?=([a-z0-9]))/g);
  return [...marks].map(
    ([, before, mark = "", behind]) =>
      Prisma.sql`${searchedMarks} LIKE ${`%${before}${".@-_+".indexOf(mark)}${behind}%`}`,
  );
}

/** Bounds where the list is in that order. */
export function registeredConditions({ registeredFrom, registeredBefore, lastLoginBefore }: UserFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (registeredFrom) conditions.push(Prisma.sql`"createdAt" >= ${registeredFrom}::timestamptz`);
  if (registeredBefore) conditions.push(Prisma.sql`"createdAt" < ${registeredBefore}::timestamptz`);
  // Last seen before a day means registered before it. An index over exceptions (imports) says whether that holds.
  if (lastLoginBefore) {
    conditions.push(Prisma.sql`"createdAt" < CASE
      WHEN (SELECT "userId" FROM "LastLogin" WHERE "isBeforeRegistration" LIMIT 1) IS NOT NULL THEN 'infinity'::timestamptz
      ELSE ${lastLoginBefore}::timestamptz + interval '1 day' END`);
  }
  return conditions;
}

export function lastLoginConditions({ lastLoginFrom, lastLoginBefore, hasNeverLoggedIn }: UserFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  // Not "=": the planner would sort by id what the index has in order.
  if (hasNeverLoggedIn) conditions.push(Prisma.sql`"at" <= '-infinity'::timestamptz`);
  if (lastLoginFrom) conditions.push(Prisma.sql`"at" >= ${lastLoginFrom}::timestamptz`);
  if (lastLoginBefore) {
    conditions.push(Prisma.sql`"at" > '-infinity'::timestamptz`, Prisma.sql`"at" < ${lastLoginBefore}::timestamptz`);
  }
  return conditions;
}

/** Trigrams need three letters or digits; shorter text is a prefix of usernames and emails. */
function searchCondition(text: string): Prisma.Sql {
  const digits = phoneDigits(text);
  const numbers = phoneSpellings(digits ?? text).filter((spelling) => spelling !== text);
  const number = numbers.map((spelling) => Prisma.sql`${searched} LIKE ${`%${spelling}%`}`);
  // Only a phone has spaces or parentheses.
  if (/[\s()]/.test(text)) {
    return number.length > 0 ? Prisma.sql`(${Prisma.join(number, " OR ")})` : Prisma.sql`FALSE`;
  }
  const pattern = escapeWildcards(text);
  const conditions = hasTrigram(text)
    ? [Prisma.sql`${searched} LIKE ${`%${pattern}%`}`]
    : [
        Prisma.sql`"usernameKey" COLLATE "C" LIKE ${`${pattern}%`}`,
        Prisma.sql`"email" COLLATE "C" LIKE ${`${pattern}%`}`,
      ];
  return Prisma.sql`(${Prisma.join([...conditions, ...number], " OR ")})`;
}

function hasTrigram(text: string): boolean {
  return /[\p{L}\p{N}]{3}/u.test(text);
}

function phoneDigits(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, "");
  return digits !== text && /^\+?\d{3,}$/.test(digits) ? digits : null;
}

function escapeWildcards(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/** Runs a query by index, without JIT, which costs more than it saves; for its transaction only. */
export async function byIndex<Row>(query: Prisma.Sql): Promise<Row[]> {
  const [, rows] = await db().$transaction([
    db().$queryRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`,
    db().$queryRaw<Row[]>(query),
  ]);
  return rows;
}

export type PlanNode = { "Node Type": string; "Plan Rows": number; Plans?: PlanNode[] };

/** The planner's plan by index (PostgreSQL manual, Row Estimation Examples). */
export async function explain(query: Prisma.Sql): Promise<PlanNode | undefined> {
  const [row] = await byIndex<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`);
  return row?.["QUERY PLAN"][0].Plan;
}

/** Comparing marks is ten times slower than text. */
const mostByMarks = 1_000;

export async function chooseSearchMethod(filter: UserFilter): Promise<SearchMethod> {
  const marks = markConditions(filter);
  if (marks.length === 0) return "text";
  const plan = await explain(Prisma.sql`SELECT FROM "User" WHERE ${Prisma.join(marks, " AND ")}`);
  const isIndexed = JSON.stringify(plan).includes("User_search_marks_idx");
  return plan && isIndexed && plan["Plan Rows"] <= mostByMarks ? "marks" : "text";
}
