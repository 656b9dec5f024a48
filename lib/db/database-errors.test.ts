import { expect, it } from "vitest";
import { isDatabaseUnavailable } from "./database-errors";
import { Prisma } from "./generated/client";

function known(code: string, message: string) {
  return new Prisma.PrismaClientKnownRequestError(message, { code, clientVersion: "7" });
}

it.each([
  ["no connection", known("P1001", "Can't reach database server")],
  ["starting up", known("P2039", "Database error. Code: `57P03`. Message: `the database system is starting up`")],
  ["shut down", known("P2039", "Database error. Code: `57P01`. Message: `terminating connection`")],
  ["no room", known("P2039", "Database error. Code: `53300`. Message: `too many clients`")],
  ["a broken connection", known("P2039", "Database error. Code: `08006`. Message: `connection failure`")],
  ["a standby", known("P2039", "Database error. Code: `25006`. Message: `read-only transaction`")],
  [
    "a closed connection",
    known("P2010", "Raw query failed. Code: `N/A`. Message: `Server has closed the connection.`"),
  ],
  ["silence", new Error("Query read timeout")],
  ["a refused socket", Object.assign(new Error("connect"), { code: "ECONNREFUSED" })],
])("takes %s for a database that does not answer", (_what, error) => {
  expect(isDatabaseUnavailable(error)).toBe(true);
});

it.each([
  ["a violated rule", known("P2002", "Unique constraint failed")],
  ["a bad text", known("P2039", "Database error. Code: `22021`. Message: `invalid byte sequence`")],
  ["a mistake of ours", new TypeError("undefined is not a function")],
  ["no error", "57P01"],
])("takes %s for what it is", (_what, error) => {
  expect(isDatabaseUnavailable(error)).toBe(false);
});
