import { describe, expect, it } from "vitest";
import type { Answer } from "./exact-request";
import { findDifferences } from "./finding";

const id = "AAAAAAAAAAAAAAAAAAAAAA";
const otherId = "BBBBBBBBBBBBBBBBBBBBBB";

describe("two answers", () => {
  it("are the same where only ids, addresses, random tokens, nonces and countdowns differ", () => {
    const a = answer({
      location: `/otp/${id}`,
      body: `<p>ana@example.com ${id} nonce="abc" [{&quot;attempt&quot;:1,&quot;resendInSeconds&quot;:29}] {\\"resendInSeconds\\":29} ${"a".repeat(43)} 1790000000</p>`,
      setCookies: [`shop-challenge=${"x".repeat(43)}; Path=/; HttpOnly; Expires=Mon`],
    });
    const b = answer({
      location: `/otp/${otherId}`,
      body: `<p>bob@example.com ${otherId} nonce="xyzxyz" [{&quot;attempt&quot;:2,&quot;resendInSeconds&quot;:30}] {\\"resendInSeconds\\":30} ${"b".repeat(43)} 1790000009</p>`,
      setCookies: [`shop-challenge=${"y".repeat(43)}; HttpOnly; Path=/; Expires=Tue`],
    });
    expect(findDifferences(a, b, [id, "ana@example.com"], [otherId, "bob@example.com"])).toEqual([]);
  });

  it("are the same when a page arrived in other chunks", () => {
    const a = answer({ body: 'x"])</script><script nonce="n">self.__next_f.push([1,"y' });
    expect(findDifferences(a, answer({ body: "xy" }), [], [])).toEqual([]);
  });

  it.each([
    ["status", { status: 200 }],
    ["next page", { location: "/login" }],
    ["header", { headers: { "x-known": "1" } }],
    ["header", { headers: { vary: "cookie" } }],
    ["cookies", { setCookies: ["shop-challenge=short; Path=/; HttpOnly"] }],
    ["cookies", { setCookies: [`shop-challenge=${"x".repeat(43)}; Path=/`] }],
    ["body", { body: "<p>Welcome back</p>" }],
    ["body", { body: `<p>${"a".repeat(44)}</p>` }],
  ] as [string, Partial<Answer>][])("differ by their %s", (what, change) => {
    const a = answer({
      location: "/otp/x",
      headers: { vary: "rsc" },
      setCookies: [`shop-challenge=${"x".repeat(43)}; Path=/; HttpOnly`],
      body: `<p>${"a".repeat(43)}</p>`,
    });
    const differences = findDifferences(a, { ...a, ...change }, [], []);
    expect(differences.join()).toContain(what);
  });
});

function answer(change: Partial<Answer>): Answer {
  return {
    method: "POST",
    path: "/login",
    status: 303,
    headers: {},
    setCookies: [],
    location: null,
    body: "",
    milliseconds: 1,
    ...change,
  };
}
