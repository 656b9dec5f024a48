import { expect, it } from "vitest";
import { registrationSchema } from "./registration-schema";

const schema = registrationSchema("US");
const good = { username: "Ana.Lima", email: "Ana@Example.com", phone: "(415) 555-2671" };

it("turns a form into canonical fields", () => {
  expect(schema.parse(good)).toEqual({ username: "Ana.Lima", email: "ana@example.com", phone: "+14155552671" });
});

it("drops what a form may not set", () => {
  const greedy = { ...good, role: "ADMIN", emailVerified: "2026-01-01", id: "1" };
  expect(Object.keys(schema.parse(greedy))).toEqual(["username", "email", "phone"]);
});

it.each([
  ["username", "", "Choose a username."],
  ["username", "ab", "Use 3 to 30 letters"],
  ["username", "1ana", "beginning with a letter"],
  ["username", "admin", "Use 3 to 30 letters"],
  ["username", "аna", "Use 3 to 30 letters"],
  ["email", " ", "Enter your email address."],
  ["email", "ana@", "does not look like an email address"],
  ["phone", "", "Enter your phone number."],
  ["phone", "12", "does not look like a phone number"],
])("says beside %s what is wrong with %j", (field, value, sentence) => {
  const result = schema.safeParse({ ...good, [field]: value });
  expect(result.error?.issues).toEqual([
    expect.objectContaining({ path: [field], message: expect.stringContaining(sentence) }),
  ]);
});

it("names every empty field at once", () => {
  expect(schema.safeParse({}).error?.issues.map((issue) => issue.path[0])).toEqual(["username", "email", "phone"]);
});
