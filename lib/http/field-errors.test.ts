import { expect, it } from "vitest";
import { formText } from "./form-text";

function formOf(value: string): FormData {
  const form = new FormData();
  form.set("reason", value);
  return form;
}

it("a text is never cut in the middle of a character, which PostgreSQL would refuse", () => {
  expect(formText(formOf(`${"x".repeat(9)}😀`), "reason", 10)).toBe("x".repeat(9));
  expect(formText(formOf(`${"x".repeat(8)}😀`), "reason", 10)).toBe(`${"x".repeat(8)}😀`);
  expect(formText(formOf("a\0b"), "reason")).toBe("ab");
});

it("a missing field, a file and an invalid form are read as empty", () => {
  const form = new FormData();
  form.set("reason", new Blob(["text"]));
  expect(formText(form, "reason")).toBe("");
  expect(formText(form, "other")).toBe("");
  for (const none of [undefined, null, {}, [["reason", "x"]], "reason=x"]) {
    expect(formText(none as unknown as FormData, "reason")).toBe("");
  }
});
