import { expect, it } from "vitest";
import { findFieldError } from "@/lib/http/field-errors";
import { registrationSchema } from "./registration-schema";

const schema = registrationSchema("US");
const good = { username: "Ana.Lima", email: "Ana@Example.com", phone: "(415) 555-2671" };

it("turns a form into canonical fields", () => {
  expect(schema.parse(good)).toEqual({ username: "Ana.Lima", email: "ana@example.com", phone: "+14155552671" });
});

it("drops what a form may not set (R25)", () => {
  const greedy = { ...good, role: "ADMIN", emailVerified: "2026-01-01", id: "1" };
  expect(Object.keys(schema.parse(greedy))).toEqual(["username", "email", "phone"]);
});

it.each([
  ["username", "", "USERNAME_EMPTY"],
  ["username", "ab", "USERNAME_MALFORMED"],
  ["username", "1ana", "USERNAME_MALFORMED"],
  ["username", "admin", "USERNAME_RESERVED"],
  ["username", "support-team", "USERNAME_RESERVED"],
  ["username", "аna", "USERNAME_MALFORMED"],
  ["email", " ", "EMAIL_EMPTY"],
  ["email", "ana@", "EMAIL_MALFORMED"],
  ["email", "\u200b.", "EMAIL_MALFORMED"],
  ["email", "\u200b \u2060", "EMAIL_EMPTY"],
  ["email", "françois@example.com", "EMAIL_BEYOND_ASCII"],
  ["phone", "", "PHONE_EMPTY"],
  ["phone", "12", "PHONE_MALFORMED"],
])("says of %s what is wrong with %j", (field, value, code) => {
  const { error } = schema.safeParse({ ...good, [field]: value });
  expect(error?.issues).toEqual([expect.objectContaining({ path: [field], message: code })]);
  expect(findFieldError(error)).toBe(code);
});

it("names every empty field at once, also one that was not sent", () => {
  const { error } = schema.safeParse({ email: "" });
  const errors = ["username", "email", "phone"].map((field) => findFieldError(error, field));
  expect(errors).toEqual(["USERNAME_EMPTY", "EMAIL_EMPTY", "PHONE_EMPTY"]);
});

it("finds no error in a good form", () => {
  expect(findFieldError(schema.safeParse(good).error, "email")).toBeUndefined();
});

it("lets a user keep a name that is reserved now", () => {
  const own = registrationSchema("US", "Support-Team");
  expect(own.safeParse({ ...good, username: "support-team" }).success).toBe(true);
  expect(own.safeParse({ ...good, username: "postmaster" }).success).toBe(false);
});
