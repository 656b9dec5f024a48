import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { middleware } from "@/middleware";

function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  return middleware(new NextRequest(`http://127.0.0.1:3000${path}`, { headers, method }));
}

test.each(["not-me", "stop-recovery", "undo-deletion", "undo-email"])(
  "a link to /%s leads to an address without its token, which the browser keeps in a cookie",
  async (page) => {
    const opened = await ask(`/${page}/a-token_1`);
    expect(opened.status).toBe(303);
    expect(new URL(opened.headers.get("location") ?? "").pathname).toBe(`/${page}`);
    expect(opened.headers.get("cache-control")).toContain("no-store");
    const cookie = opened.headers.get("set-cookie") ?? "";
    expect(cookie).toMatch(/^myshop-link=.*a-token_1;.*HttpOnly/i);
    const shown = await ask(`/${page}`, { cookie: cookie.split(";")[0] ?? "" });
    expect(shown.headers.get("x-middleware-rewrite")).toContain(`/en/${page}/a-token_1`);
  },
);

test("the cookie of one mailed link shows nothing of another, and no cookie shows a dead link", async () => {
  for (const cookie of ["myshop-link=undo-email/x", "myshop-link=undo-email-x/y", "myshop-link=", ""]) {
    const shown = await ask("/not-me", { cookie });
    expect(shown.headers.get("x-middleware-rewrite")).toMatch(/\/en\/not-me\/-$/);
  }
});

test.each(["../storefront/2026", "../home/a-key", "x/../../login", "%2e%2e/home/a-key"])(
  "A cookie with the token %s shows the page of the mailed link and no other page.",
  async (token) => {
    const shown = await ask("/undo-email", { cookie: `myshop-link=undo-email/${token}` });
    expect(new URL(shown.headers.get("x-middleware-rewrite") ?? "").pathname).toMatch(/^\/en\/undo-email\/(-|x)$/);
  },
);

test("Next's own script gets the page at once, since it does not follow a redirect to one", async () => {
  const shown = await ask("/undo-deletion/t", { rsc: "1" });
  expect(shown.headers.get("x-middleware-rewrite")).toContain("/en/undo-deletion/t");
});

test("a form reaches its page under the shop's own address, whatever the proxy and the browser wrote", async () => {
  const headers = { origin: "null", "sec-fetch-site": "same-origin", "x-forwarded-host": "evil.example" };
  const passed = await ask("/login", headers, "POST");
  expect(passed.headers.get("x-middleware-request-origin")).toBe("http://localhost:3000");
  expect(passed.headers.get("x-middleware-request-x-forwarded-host")).toBe("localhost:3000");
});
