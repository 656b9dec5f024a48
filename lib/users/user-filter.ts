import { domainToASCII } from "node:url";
import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { canonicalEmail, phoneSpellings } from "@/lib/identifier";
import { readTyped, readTypedText } from "@/lib/typed-text";
import type { Role } from "./roles";

/** Which users are asked for. Dates are moments; a range holds its beginning and not its end. */
export type UserFilter = {
  /** Any part of a username, an email or a phone number, see `searchCondition`. */
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

/** The last login as it is indexed: who never logged in comes before everyone who did. */
export const lastLogin = Prisma.sql`COALESCE("lastLoginAt", '-infinity'::timestamptz)`;

const searched = Prisma.sql`("usernameKey" || E'\n' || "email" || E'\n' || "phone")`;

/** The marks of usernames and emails as digits between what stands beside them, in the words of their index. */
const searchedMarks = Prisma.sql`regexp_replace(translate("usernameKey" || E'\n' || "email", '.@-_+', '01234'),
  '([a-z])[a-z]*([a-z])', '\\1 \\2', 'g')`;

/** By which index a search is answered: that of what is searched, or that of the marks in it. */
type SearchMethod = "text" | "marks";

/** Half of a surrogate pair is no text that PostgreSQL takes; a control character stands in no name. */
const unsearchable = /\p{Cc}|\p{Cs}/gu;

/** Each thing that is asked of a user, as conditions on the table "User" or a part of it that is named "u". */
export function filterConditions(filter: UserFilter, way: SearchMethod = "text"): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const text = searchedText(filter);
  if (text && way === "text") conditions.push(searchCondition(text));
  // Joined to nothing, the text is no longer what its index holds, and the planner takes the other one.
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

/**
 * What is searched for, as it is stored; nothing if there is no search. A name of a domain that is not ASCII is stored in
 * its `xn--` form, and a whole address in its canonical one. Elsewhere digits of other scripts are read as ASCII ones.
 */
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

/**
 * What a search says of the marks in usernames and emails: which letter or digit stands before and behind each. Trigrams
 * know letters and digits alone, so `com.example` is to them what every address at example.com has.
 */
function markConditions(filter: UserFilter): Prisma.Sql[] {
  const text = searchedText(filter);
  if (!hasTrigram(text) || phoneDigits(text) !== null) return [];
  const marks = text.matchAll(/([a-z0-9])([.@_+-])(?=([a-z0-9]))/g);
  return [...marks].map(
    ([, before, mark = "", behind]) =>
      Prisma.sql`${searchedMarks} LIKE ${`%${before}${".@-_+".indexOf(mark)}${behind}%`}`,
  );
}

/** The conditions on when a user registered: where a list is in that order, they say where it begins and ends. */
export function registeredConditions({ registeredFrom, registeredBefore, lastLoginBefore }: UserFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  if (registeredFrom) conditions.push(Prisma.sql`"createdAt" >= ${registeredFrom}::timestamptz`);
  if (registeredBefore) conditions.push(Prisma.sql`"createdAt" < ${registeredBefore}::timestamptz`);
  // Whoever was last seen before a day has registered before it: the newest users need not be looked through. An index
  // over the rows that break this (none, unless they were imported) says whether it may be relied on.
  if (lastLoginBefore) {
    conditions.push(Prisma.sql`"createdAt" < CASE
      WHEN (SELECT min("lastLoginAt" - "createdAt") FROM "User" WHERE "lastLoginAt" - "createdAt" < interval '-1 day')
        IS NOT NULL THEN 'infinity'::timestamptz
      ELSE ${lastLoginBefore}::timestamptz + interval '1 day' END`);
  }
  return conditions;
}

/** The conditions on the last login, in terms of its index. */
export function lastLoginConditions({ lastLoginFrom, lastLoginBefore, hasNeverLoggedIn }: UserFilter): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  // Not "=": the planner would take the order for settled, and sort by id what the index has in order.
  if (hasNeverLoggedIn) conditions.push(Prisma.sql`${lastLogin} <= '-infinity'::timestamptz`);
  if (lastLoginFrom) conditions.push(Prisma.sql`${lastLogin} >= ${lastLoginFrom}::timestamptz`);
  if (lastLoginBefore) {
    conditions.push(
      Prisma.sql`${lastLogin} > '-infinity'::timestamptz`,
      Prisma.sql`${lastLogin} < ${lastLoginBefore}::timestamptz`,
    );
  }
  return conditions;
}

/**
 * Any part of a username, an email or a phone number, however the number is written. Trigrams find what has three
 * letters or digits in a row; a text without them is looked for at the beginning of usernames and emails.
 */
function searchCondition(text: string): Prisma.Sql {
  const digits = phoneDigits(text);
  const numbers = phoneSpellings(digits ?? text).filter((spelling) => spelling !== text);
  const number = numbers.map((spelling) => Prisma.sql`${searched} LIKE ${`%${spelling}%`}`);
  // Neither a username nor an email holds a space or a parenthesis: such a text is a phone number or nothing.
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

/** The digits of a text that can be a written phone number, as numbers are stored; null for any other. */
function phoneDigits(text: string): string | null {
  const digits = text.replace(/[\s().-]/g, "");
  return digits !== text && /^\+?\d{3,}$/.test(digits) ? digits : null;
}

function escapeWildcards(text: string): string {
  return text.replace(/[\\%_]/g, "\\$&");
}

/**
 * Runs a query without a sequential scan wherever an index serves, whatever the planner expects; and without JIT, which
 * takes longer to compile than such a query to run. Both hold for its transaction only.
 */
export async function byIndex<Row>(query: Prisma.Sql): Promise<Row[]> {
  const [, rows] = await db().$transaction([
    db().$queryRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`,
    db().$queryRaw<Row[]>(query),
  ]);
  return rows;
}

/** A step of a plan, as far as it is read here. */
export type PlanNode = { "Node Type": string; "Plan Rows": number; Plans?: PlanNode[] };

/** How the planner would read a statement by index, and what it expects (PostgreSQL manual, Row Estimation Examples). */
export async function explain(query: Prisma.Sql): Promise<PlanNode | undefined> {
  const [row] = await byIndex<{ "QUERY PLAN": [{ Plan: PlanNode }] }>(Prisma.sql`EXPLAIN (FORMAT JSON) ${query}`);
  return row?.["QUERY PLAN"][0].Plan;
}

/** More rows than this are compared faster by the text: to compare the marks of one takes ten times as long. */
const mostByMarks = 1_000;

/** By which index a search is answered the sooner. Reads no row of the table. */
export async function chooseSearchMethod(filter: UserFilter): Promise<SearchMethod> {
  const marks = markConditions(filter);
  if (marks.length === 0) return "text";
  const plan = await explain(Prisma.sql`SELECT FROM "User" WHERE ${Prisma.join(marks, " AND ")}`);
  const isIndexed = JSON.stringify(plan).includes("User_search_marks_idx");
  return plan && isIndexed && plan["Plan Rows"] <= mostByMarks ? "marks" : "text";
}
