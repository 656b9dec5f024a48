import fc from "fast-check";
import { expect, test } from "vitest";
import { areFormArguments, findFormError } from "./posted-form";

const id = `60${"a".repeat(40)}`;

function post(fields: [string, string][], headers: Record<string, string> = {}): Request {
  const body = new FormData();
  for (const [name, value] of fields) body.append(name, value);
  return new Request("http://shop.example/login", { method: "POST", headers, body });
}

const plainForm: [string, string][] = [
  ["$ACTION_REF_1", ""],
  ["$ACTION_1:0", `{"id":"${id}","bound":"$@1"}`],
  ["$ACTION_1:1", '[{"email":""}]'],
  ["$ACTION_KEY", "k1"],
  ["email", "ana@example.com"],
];

test("both formats in which the pages post are accepted, with unchanged bodies", async () => {
  const plain = post(plainForm);
  expect(await findFormError(plain)).toBeNull();
  expect((await plain.formData()).get("email")).toBe("ana@example.com");
  expect(await findFormError(post([[`$ACTION_ID_${id}`, ""]]))).toBeNull();
  const call = post(
    [
      ["_1_email", "$ana@example.com"],
      ["0", '[{"email":"$$5","error":"$undefined"},"$K1"]'],
    ],
    { "next-action": id },
  );
  expect(await findFormError(call)).toBeNull();
});

test("a form whose action is missing, doubled or forged is refused", async () => {
  const faults: [string, string][][] = [
    [["email", "ana@example.com"]],
    [...plainForm, ["$ACTION_REF_2", ""]],
    [...plainForm, ["$ACTION_1:0", "{}"]],
    [...plainForm, ["$ACTION_1:2", "[]"]],
    plainForm.filter(([name]) => name !== "$ACTION_1:1"),
    plainForm.map(([name, value]) => [name, name === "$ACTION_1:0" ? '{"id":"$1:then","bound":"$@0"}' : value]),
  ];
  for (const fields of faults)
    expect(await findFormError(post(fields)), JSON.stringify(fields)).toMatchObject({ status: 400 });
});

test("more than 100 kB is refused unread, whatever Content-Length says", async () => {
  expect(await findFormError(post([...plainForm, ["x", "x".repeat(50_000)]]))).toMatchObject({ status: 413 });
});

test("a request that is neither a form nor an action passes unchanged", async () => {
  const json = new Request("http://shop.example/", {
    method: "POST",
    body: "{",
    headers: { "content-type": "application/json" },
  });
  expect(await findFormError(json)).toBeNull();
});

test("arguments hold plain values and one form, and no other reference", () => {
  for (const good of ["[]", '["$K1"]', '[null,"$K1"]', '[{"attempt":1,"x":"$undefined"},"$K1"]']) {
    expect(areFormArguments(good), good).toBe(true);
  }
  for (const bad of [
    "",
    "{}",
    "[1,2,3]",
    '["$1"]',
    '["$@0"]',
    '["$h1"]',
    '["$K2"]',
    '[{"then":1}]',
    '[{"__proto__":{}}]',
    "[".repeat(50),
  ]) {
    expect(areFormArguments(bad), bad).toBe(false);
  }
});

test("no text causes an error", () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (text) => typeof areFormArguments(text) === "boolean"));
  expect(areFormArguments(`${"[".repeat(20_000)}${"]".repeat(20_000)}`)).toBe(false);
});
