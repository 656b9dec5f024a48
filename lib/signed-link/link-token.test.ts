import { expect, it } from "vitest";
import {
  isUserLinkTokenOf,
  makeUndoEmailToken,
  makeUserLinkToken,
  readUndoEmailToken,
  readUserLinkToken,
} from "./account-links";
import { readLinkToken } from "./link-token";
import { makeReportToken, readReportToken } from "./report-token";

const id = "0192f0c1-2345-7abc-8def-0123456789ab";
const user = { id, email: "ana@example.com", at: new Date("2026-11-29T12:00:00Z") };

it.each([".", ")", ">", ",", '"', "%29", "%3E", ").", "*", "」"])("a link that ends with %j still works", (end) => {
  expect(readLinkToken(`AAAAAAAAAAAAAAAAAAAAA_${end}`)).toBe("AAAAAAAAAAAAAAAAAAAAA_");
  expect(readReportToken(makeReportToken("session", id) + end)).toEqual({ kind: "session", id });
  expect(readUndoEmailToken(makeUndoEmailToken(id) + end)).toBe(id);
  const token = makeUserLinkToken("keep", user) + end;
  expect(readUserLinkToken(token)).toEqual({ userId: id, at: user.at });
  expect(isUserLinkTokenOf("keep", token, user)).toBe(true);
});

it.each(["A", "-", "AAAA"])("a link with %j after it is a different link", (end) => {
  expect(readReportToken(makeReportToken("session", id) + end)).toBeNull();
  expect(readUndoEmailToken(makeUndoEmailToken(id) + end)).toBeNull();
  expect(isUserLinkTokenOf("keep", makeUserLinkToken("keep", user) + end, user)).toBe(false);
});
