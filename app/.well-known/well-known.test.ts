import { expect, it } from "vitest";
import { GET as getPasskeyEndpoints } from "./passkey-endpoints/route";
import { GET as getSecurityText } from "./security.txt/route";

it("security.txt has every field that RFC 9116 asks for, and does not expire within three months", async () => {
  const answer = getSecurityText();
  expect(answer.headers.get("content-type")).toBe("text/plain; charset=utf-8");
  const lines = (await answer.text()).trimEnd().split("\n");
  const fields = Object.fromEntries(lines.map((line) => line.split(/: (.*)/).slice(0, 2)));
  expect(Object.keys(fields).sort()).toEqual(["Canonical", "Contact", "Expires", "Preferred-Languages"]);
  expect(fields.Contact).toBe("mailto:codes@shop.example");
  expect(fields.Canonical).toBe("http://localhost:3000/.well-known/security.txt");
  expect(fields["Preferred-Languages"]).toBe("en, es, ar");
  const daysLeft = (Date.parse(fields.Expires ?? "") - Date.now()) / 86_400_000;
  expect(daysLeft).toBeGreaterThan(90);
  expect(daysLeft).toBeLessThan(365);
});

it("passkey-endpoints leads to the page that adds and removes passkeys", async () => {
  const answer = getPasskeyEndpoints();
  expect(answer.headers.get("content-type")).toBe("application/json");
  const page = "http://localhost:3000/account/passkeys";
  expect(await answer.json()).toEqual({ enroll: page, manage: page });
});
