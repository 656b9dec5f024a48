import fc from "fast-check";
import { expect, fastCheck, postedSecret, test } from "./bad-input";
import { nastyText, nastyTexts, wellFormed } from "./nasty-values";
import { encodeMultipart, type FormField, newBoundary, postForm } from "./posted-forms";
import { everyForm, type FormInBrowser, logInWithoutScripts } from "./shown-pages";

let forms: FormInBrowser[];
test.beforeAll(async ({ visit }) => {
  forms = await everyForm(visit);
});
test.afterAll(async ({ visit }) => await logInWithoutScripts(visit));

const cookieOf = ({ cookie }: FormInBrowser) => (cookie ? ([["Cookie", cookie]] as const) : []);
const isTyped = ({ name }: FormField) => !name.startsWith("$ACTION");

/** One change to a list of fields; `at` chooses the field. */
type Change = { kind: (typeof kinds)[number]; at: number; text: string };
const kinds = ["drop", "double", "set", "rename", "file", "add", "empty", "flip", "cut", "swap"] as const;
const change: fc.Arbitrary<Change> = fc.record({ kind: fc.constantFrom(...kinds), at: fc.nat(), text: nastyText });

function applyChange(fields: FormField[], { kind, at, text }: Change): FormField[] {
  const index = fields.length === 0 ? 0 : at % fields.length;
  const field = fields[index] ?? { name: "email", value: "" };
  const value = wellFormed(text);
  const replace = (...by: FormField[]) => fields.toSpliced(index, 1, ...by);
  switch (kind) {
    case "drop":
      return replace();
    case "double":
      return replace(field, { ...field, value });
    case "set":
      return replace({ ...field, value });
    case "rename":
      return replace({ ...field, name: value.slice(0, 500) });
    case "file":
      return replace({ ...field, filename: "a.bin", contentType: "application/octet-stream" });
    case "add":
      return [
        ...fields,
        { name: ["$ACTION_REF_2", "$ACTION_2:0", "$ACTION_KEY", "$ACTION_ID_", value][at % 5] ?? "", value },
      ];
    case "empty":
      return [];
    case "flip":
      return replace({ ...field, value: flipCharacter(field.value, at) });
    case "cut":
      return replace({ ...field, value: field.value.slice(0, at % (field.value.length + 1)) });
    case "swap":
      return fields.toReversed();
  }
}

function flipCharacter(text: string, at: number): string {
  const index = at % Math.max(1, text.length);
  return `${text.slice(0, index)}${text[index] === "a" ? "b" : "a"}${text.slice(index + 1)}`;
}

test("every form handles every nasty text in each of its fields", async ({ visit }) => {
  // Every form of the shop times every text: some two thousand posts.
  test.setTimeout(300_000);
  const faults: string[] = [];
  for (const form of forms) {
    const typed = form.fields.filter(isTyped);
    for (const [turn, text] of nastyTexts.entries()) {
      const chosen = typed[turn % typed.length];
      const fields = form.fields.map((field) => (field === chosen ? { ...field, value: wellFormed(text) } : field));
      const answer = await visit.send(postForm(form.action, fields, cookieOf(form)));
      const isTaken = answer.body.includes("<img src=x") || answer.headers["set-cookie"]?.includes("planted");
      if (isTaken) faults.push(`${form.action} ${chosen?.name}: ${text}`);
    }
  }
  expect(faults).toEqual([]);
});

test("no change to the fields of a form causes a server error", async ({ visit }) => {
  const changed = fc.tuple(fc.nat(), fc.array(change, { minLength: 1, maxLength: 3 }));
  await fc.assert(
    fc.asyncProperty(changed, async ([which, changes]) => {
      const form = forms[which % forms.length] as FormInBrowser;
      const fields = changes.reduce(applyChange, form.fields);
      await visit.send(postForm(form.action, fields, cookieOf(form)));
    }),
    { ...fastCheck, numRuns: 150 },
  );
});

test("a form posted to another page causes no server error", async ({ visit }) => {
  for (const form of forms) {
    for (const target of ["/", "/nowhere", "/home", "/account", "/login", "/api/me", "/products/moka-pot"]) {
      await visit.send(postForm(target, form.fields, cookieOf(form)));
    }
  }
});

const forgedActions: { what: string; fields: FormField[] }[] = [
  { what: "an unknown id", fields: [{ name: `$ACTION_ID_${"40".padEnd(42, "0")}`, value: "" }] },
  { what: "a short id", fields: [{ name: "$ACTION_ID_0", value: "" }] },
  { what: "a prototype's name", fields: [{ name: "$ACTION_ID___proto__", value: "" }] },
  { what: "a reference without its fields", fields: [{ name: "$ACTION_REF_1", value: "" }] },
  { what: "a key alone", fields: [{ name: "$ACTION_KEY", value: "k" }] },
  ...[
    "",
    "null",
    "[]",
    "{}",
    '{"id":null,"bound":null}',
    '{"id":{},"bound":"$@1"}',
    '{"id":"__proto__","bound":"$@1"}',
    `{"id":"${"40".padEnd(42, "0")}","bound":"$@1"}`,
    `{"id":"${"40".padEnd(42, "0")}","bound":`,
    '{"id":"$1:constructor","bound":"$@0"}',
  ].map((descriptor) => ({
    what: `the descriptor ${descriptor}`,
    fields: [
      { name: "$ACTION_REF_1", value: "" },
      { name: "$ACTION_1:0", value: descriptor },
      { name: "$ACTION_1:1", value: "[{}]" },
    ],
  })),
];

for (const { what, fields } of forgedActions) {
  test(`a form with ${what} as its action is refused with a sentence`, async ({ visit }) => {
    for (const target of ["/login", "/otp/AAAAAAAAAAAAAAAAAAAAAA", "/", "/nowhere"]) {
      const answer = await visit.send(postForm(target, [...fields, { name: "email", value: "a@example.com" }]));
      // An id that an older build may have had leads back to the page, where that has no form to fill.
      if (answer.status === 303) expect(answer.headers.location).toBe(target);
      else expect(answer.status).toBeGreaterThanOrEqual(400);
    }
  });
}

/** What stands for the state of a form, forged. */
const forgedStates = [
  "",
  "null",
  "[",
  "[]",
  "[null]",
  "[[]]",
  '["$undefined"]',
  '["$K1"]',
  '["$@0"]',
  '["$1"]',
  '["$0"]',
  '["$h1"]',
  '["$B1"]',
  '["$Q1"]',
  '["$n1e9"]',
  '["$Dnever"]',
  '[{"__proto__":{"email":"x"}}]',
  '[{"then":"$1:constructor:constructor","status":"resolved_model"}]',
  '[{"values":null,"errors":null}]',
  '[{"attempt":"x","resendInSeconds":{}}]',
  `[${"[".repeat(5_000)}${"]".repeat(5_000)}]`,
  `[${Array(2_000).fill("0").join(",")}]`,
];

test("a forged form state causes no server error", async ({ visit }) => {
  test.slow();
  for (const form of forms) {
    const index = form.fields.findIndex(({ name }) => /^\$ACTION_\w+:1$/.test(name));
    if (index === -1) continue;
    for (const value of forgedStates) {
      const fields = form.fields.with(index, { name: form.fields[index]?.name ?? "", value });
      await visit.send(postForm(form.action, fields, cookieOf(form)));
    }
  }
});

test("a form that is truncated, mislabelled or of another content type is refused with a sentence", async ({
  visit,
}) => {
  // Every form of the shop times nineteen posts.
  test.slow();
  for (const form of forms) {
    const { boundary, body } = encodeMultipart(form.fields);
    const good = `multipart/form-data; boundary=${boundary}`;
    const posts: [contentType: string | null, body: Buffer | string][] = [
      [good, body.subarray(0, body.length / 2)],
      [good, body.subarray(0, body.length - boundary.length - 6)],
      [good, ""],
      [good, "--"],
      [good, `--${boundary}\r\n\r\n\r\n--${boundary}--`],
      [good, `--${boundary}\r\nContent-Disposition: form-data\r\n\r\nx\r\n--${boundary}--\r\n`],
      [`multipart/form-data; boundary=${newBoundary()}`, body],
      ["multipart/form-data", body],
      ["multipart/form-data; boundary=", body],
      [`multipart/form-data; boundary="${"x".repeat(5_000)}"`, body],
      ["multipart/mixed; boundary=x", body],
      ["application/x-www-form-urlencoded", "email=a%40example.com&%24ACTION_ID_0=&%E0%A4%A=%E0%A4%A"],
      ["application/json", '{"email":"a@example.com"}'],
      ["application/json", "{"],
      ["text/plain;charset=UTF-8", "[]"],
      ["text/x-component", "0:{}"],
      ["nonsense", "x"],
      ["", "x"],
      [null, "x"],
    ];
    for (const [contentType, content] of posts) {
      const type = contentType === null ? [] : [["Content-Type", contentType] as const];
      await visit.send({ method: "POST", target: form.action, headers: [...type, ...cookieOf(form)], body: content });
    }
  }
});

test("a form of a megabyte or more is refused with a sentence", async ({ visit }) => {
  for (const form of forms) {
    for (const length of [200_000, 1_000_000, 3_000_000]) {
      const field = { name: "email", value: "x".repeat(length) };
      const answer = await visit.send(postForm(form.action, [...form.fields, field], cookieOf(form)));
      expect(answer.status).toBe(413);
    }
  }
});

test("text typed into a refused form stays out of the log", async ({ visit }) => {
  for (const form of forms) {
    const fields = form.fields.map((field) => (isTyped(field) ? { ...field, value: postedSecret } : field));
    await visit.send(postForm(form.action, fields, cookieOf(form)));
    await visit.send(postForm(form.action, [...fields, { name: "$ACTION_ID_0", value: postedSecret }], cookieOf(form)));
  }
});
