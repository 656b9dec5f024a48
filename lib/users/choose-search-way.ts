import { Prisma } from "@/lib/db/generated/client";
import { explain } from "./by-index";
import { markConditions, type SearchWay, type UserFilter } from "./user-filter";

/** More rows than this are compared faster by the text: to compare the marks of one takes ten times as long. */
const mostByMarks = 1_000;

/** By which index a search is answered the sooner. Reads no row of the table. */
export async function chooseSearchWay(filter: UserFilter): Promise<SearchWay> {
  const marks = markConditions(filter);
  if (marks.length === 0) return "text";
  const plan = await explain(Prisma.sql`SELECT FROM "User" WHERE ${Prisma.join(marks, " AND ")}`);
  const isIndexed = JSON.stringify(plan).includes("User_search_marks_idx");
  return plan && isIndexed && plan["Plan Rows"] <= mostByMarks ? "marks" : "text";
}
