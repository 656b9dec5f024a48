import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { limitBody } from "./limit-body";
import { fillForms, refillOutdatedForm } from "./outdated-form";

const page = `<form action="/login" method="POST"><input type="hidden" name="$ACTION_1:0" value="new"/>
<input type="hidden" name="next" value="/home"/><input name="email" type="email" value=""/></form>`;

/** Next's own, which puts itself between Next and the response. */
const compress: () => (request: IncomingMessage, response: ServerResponse, next: () => void) => void = createRequire(
  import.meta.url,
)("next/dist/compiled/compression");

let server: Server;
afterEach(() => server?.close().closeAllConnections());

/** Answers as Next does: the page by GET, and 409 to a form whose action it does not know. */
async function startNext(status = 200): Promise<string> {
  server = createServer((request, response) => {
    limitBody(request, response);
    refillOutdatedForm(request, response);
    compress()(request, response, () => {});
    if (request.method === "GET") return response.writeHead(status, { "x-page": "new" }).end(page);
    request.resume().on("end", () => {
      response.statusCode = 409;
      response.setHeader("x-nextjs-action-not-found", "1");
      response.setHeader("content-type", "text/plain");
      response.end("Server Action unavailable.");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/login?next=/home`;
}

function post(url: string, headers: Record<string, string> = {}) {
  const body = new FormData();
  body.set("$ACTION_1:0", "old");
  body.set("next", "https://evil.example");
  body.set("email", `a"><script>@example.com`);
  return fetch(url, { method: "POST", body, headers, redirect: "manual" });
}

test("a form of an older build returns with the typed text and a sentence in the visitor's language", async () => {
  const answer = await post(await startNext(), { "accept-language": "es" });
  const html = await answer.text();
  expect(answer.status).toBe(409);
  expect(answer.headers.get("x-page")).toBe("new");
  expect(html).toContain("La tienda se actualizó");
  expect(html).toContain(`value="a&quot;&gt;&lt;script&gt;@example.com"`);
  expect(html).toContain(`name="$ACTION_1:0" value="new"`);
  expect(html).not.toContain("evil.example");
});

test("a page that the visitor may not see is redirected to, without typed text in the URL", async () => {
  const url = await startNext(307);
  const answer = await post(url);
  expect(answer.status).toBe(303);
  expect(answer.headers.get("location")).toBe("/login?next=/home");
});

test("a script's call of an unknown action gets Next's own answer, which the page knows", async () => {
  const answer = await post(await startNext(), { "next-action": "0".repeat(42) });
  expect(answer.headers.get("x-nextjs-action-not-found")).toBe("1");
});

test("choices come back as well, and only the page's own", () => {
  const choices = `<input type="radio" name="locale" value="en" checked=""/><input type="radio" name="locale" value="es"/>
<select name="timeZone"><option value="" selected="">-</option><option value="Asia/Tokyo">Tokyo</option></select>`;
  const typed = new Map([
    ["locale", "es"],
    ["timeZone", "Asia/Tokyo"],
  ]);
  const filled = fillForms(`<form method="post">${choices}</form>`, typed, "!");
  expect(filled).toContain(`value="en"/><input type="radio" name="locale" value="es" checked=""/>`);
  expect(filled).toContain(`<option value="">-</option><option value="Asia/Tokyo" selected="">Tokyo</option>`);
});

test("the page has no scripts, shows what is for browsers without them, and tells also where nothing was typed", () => {
  const html = `<html lang="en"><main id="main"><noscript>No scripts</noscript><script nonce="a">x</script></main></html>`;
  const filled = fillForms(html, new Map(), "Updated.");
  expect(filled).not.toMatch(/<\/?(?:noscript|script)/);
  expect(filled).toContain(`<html data-without-scripts lang="en"><main id="main"><p role="alert"`);
});

test("only fields that a person types into are filled", () => {
  const typed = new Map([["code", "$& $1"]]);
  const form = (input: string) => `<form method="post">${input}</form>`;
  expect(fillForms(form(`<input type="hidden" name="code" value="1"/>`), typed, "!")).toContain(`value="1"`);
  expect(fillForms(form(`<input name="code" value="1"/>`), typed, "!")).toContain(`value="$&amp; $1"`);
  expect(fillForms(`<form action="/search"><input name="code"/></form>`, typed, "!")).not.toContain("value");
});
