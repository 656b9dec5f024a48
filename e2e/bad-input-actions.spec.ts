import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, fastCheck, memberCookie, postedSecret, test } from "./bad-input";
import { countUsers } from "./database";
import { newPerson } from "./fixtures";
import { nastyJson, nastyText, wellFormed } from "./nasty-values";
import { type FormField, postForm } from "./posted-forms";
import type { RawRequest } from "./raw-http";
import { logInWithoutScripts } from "./shown-pages";

type Manifest = { node: Record<string, { exportedName: string }> };

/** The ids of the build's server actions, by name. */
const manifest: Manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
const actions = Object.entries(manifest.node).map(([id, { exportedName }]) => ({ id, name: exportedName }));
const anyAction = fc.constantFrom(...actions.map(({ id }) => id));
const anyPath = fc.constantFrom(
  "/login",
  "/register",
  "/otp/AAAAAAAAAAAAAAAAAAAAAA",
  "/account/sessions",
  "/",
  "/nowhere",
);

/** What React's script sends: the arguments as part 0, the fields of the form among them below it. */
function call(target: string, id: string, root: string, fields: FormField[] = []): RawRequest {
  const parts = [...fields.map((field) => ({ ...field, name: `_1_${field.name}` })), { name: "0", value: root }];
  return postForm(target, parts, [["Next-Action", id]]);
}

function plainCall(target: string, id: string, body: string, contentType = "text/plain;charset=UTF-8"): RawRequest {
  return {
    method: "POST",
    target,
    body,
    headers: [
      ["Next-Action", id],
      ["Content-Type", contentType],
    ],
  };
}

test.afterAll(async ({ visit }) => await logInWithoutScripts(visit));

test("an action called as the page's script calls it does its work", async ({ visit }) => {
  const id = actions.find(({ name }) => name === "requestLoginCodeAction")?.id ?? "";
  const field = { name: "email", value: newPerson().email };
  const answer = await visit.send(call("/login", id, '[{"email":""},"$K1"]', [field]));
  expect(answer.headers["x-action-redirect"]).toMatch(/^\/otp\//);
});

test("no arguments that an attacker can write cause a server error", async ({ visit }) => {
  const cookie = await memberCookie();
  await fc.assert(
    fc.asyncProperty(anyPath, anyAction, fc.array(nastyJson, { maxLength: 3 }), async (path, id, values) => {
      const root = JSON.stringify(values);
      await visit.send(plainCall(path, id, root));
      await visit.send(call(path, id, root));
      const withState = call(path, id, JSON.stringify([values[0] ?? null, "$K1"]), [{ name: "email", value: "x" }]);
      await visit.send({ ...withState, headers: [...(withState.headers ?? []), ["Cookie", cookie]] });
    }),
    { ...fastCheck, numRuns: 40 },
  );
});

/** References between parts, as React's decoder follows them. */
const references = [
  "$0",
  "$1",
  "$1:0",
  "$1:__proto__:then",
  "$1:constructor:constructor",
  "$@0",
  "$@1",
  "$h1",
  "$F1",
  "$T",
  "$Q1",
  "$W1",
  "$i1",
  "$B1",
  "$r1",
  "$R1",
  "$x1",
  "$X1",
  "$A1",
  "$o1",
  "$V1",
  "$n1",
  "$n1e9",
  `$n${"9".repeat(400)}`,
  "$Dnever",
  "$K2",
  "$K__proto__",
  "$-",
  "$I",
  "$u",
  "$",
];

test("references between the parts of a call are not followed", async ({ visit }) => {
  const id = actions[0]?.id ?? "";
  for (const reference of references) {
    for (const part of ['"$0"', '["$1"]', `{"id":"${id}","bound":"$@1"}`, '{"then":"$1:__proto__:then"}', ""]) {
      const request = postForm(
        "/login",
        [
          { name: "1", value: part },
          { name: "0", value: JSON.stringify([reference]) },
        ],
        [["Next-Action", id]],
      );
      expect((await visit.send(request)).status, `${reference} ${part}`).toBe(400);
    }
  }
});

test("no malformed call causes a server error", async ({ visit }) => {
  const root = fc.oneof(
    fc.constantFrom(
      "",
      "[",
      "{}",
      '"$K1"',
      "null",
      `${"[".repeat(9_000)}${"]".repeat(9_000)}`,
      `[${"0,".repeat(1_500)}0]`,
    ),
    nastyText.map(wellFormed),
  );
  const contentType = fc.constantFrom(
    "text/plain;charset=UTF-8",
    "application/json",
    "application/x-www-form-urlencoded",
    "multipart/form-data",
    "multipart/form-data; boundary=x",
    "nonsense",
    "",
  );
  await fc.assert(
    fc.asyncProperty(anyPath, anyAction, root, contentType, async (path, id, body, type) => {
      await visit.send(plainCall(path, id, body, type));
      await visit.send(call(path, id, body));
    }),
    { ...fastCheck, numRuns: 40 },
  );
});

test("an unknown action ID is explained to the page's script and to readers", async ({ visit }) => {
  const ids = [
    "0".repeat(42),
    `40${"a".repeat(40)}`,
    "0",
    "__proto__",
    "toString",
    "x".repeat(5_000),
    " ",
    "%00",
    "../..",
  ];
  for (const id of ids) {
    for (const path of ["/login", "/", "/nowhere"]) {
      for (const request of [plainCall(path, id, "[]"), call(path, id, '[null,"$K1"]')]) {
        const answer = await visit.send(request);
        expect(answer.status, id).toBeGreaterThanOrEqual(400);
        expect(answer.body.length, id).toBeGreaterThan(0);
      }
    }
  }
});

test("the content of a refused call stays out of the log, and creates no account", async ({ visit }) => {
  const person = newPerson();
  for (const { id } of actions) {
    const fields = [
      { name: "email", value: person.email },
      { name: "code", value: postedSecret },
      { name: "token", value: postedSecret },
    ];
    await visit.send(call("/login", id, JSON.stringify([postedSecret, "$K1", postedSecret]), fields));
    await visit.send(call("/login", id, "[", fields));
  }
  expect(await countUsers(person.email)).toBe(0);
});
