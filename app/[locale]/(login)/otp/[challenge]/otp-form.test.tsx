import { parse } from "node-html-parser";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { TextField } from "@/components/ui/field";
import { wordsOf } from "@/lib/i18n/translator";
import { OtpForm } from "./otp-form";

const words = wordsOf("en", "otp").form;

function codeField() {
  const page = parse(
    renderToStaticMarkup(
      <OtpForm verifyAction={async (state) => state} challengeId="A" next={null} mayComeByText words={words} />,
    ),
  );
  const [field, ...others] = page.querySelectorAll("input:not([type=hidden])");
  if (!field || others.length > 0) throw new Error("there must be one field for the code");
  return { page, field };
}

describe("the field for the code", () => {
  it("is one labelled text field that phones fill in by themselves (R45)", () => {
    const { page, field } = codeField();
    expect(["text", undefined]).toContain(field.getAttribute("type"));
    expect(field.getAttribute("inputmode")).toBe("numeric");
    expect(field.getAttribute("autocomplete")).toBe("one-time-code");
    expect(field.getAttribute("maxlength")).toBeUndefined();
    expect(page.querySelector(`label[for=${field.id}]`)?.text).toBe("One-time code");
  });

  it.each([
    "123456",
    "123 456",
    "123-456",
    " 123456 ",
    "1 2 3 4 5 6",
    "١٢٣٤٥٦",
    "Your code is 123456. Good for 10 minutes.",
  ])("takes %j as people paste it (R45)", (pasted) => {
    const pattern = codeField().field.getAttribute("pattern") ?? "";
    // As browsers read it: the whole value, with the v flag (HTML, 4.10.5.3.6).
    expect(new RegExp(`^(?:${pattern})$`, "v").test(pasted)).toBe(true);
  });

  it.each(["12345", "abcdef"])("does not take %j for a code", (typed) => {
    const pattern = codeField().field.getAttribute("pattern") ?? "";
    expect(new RegExp(`^(?:${pattern})$`, "v").test(typed)).toBe(false);
  });
});

it("an error is tied to its field, so that a screen reader says it there (R45)", () => {
  const page = parse(renderToStaticMarkup(<TextField name="code" label="One-time code" error="That code is wrong." />));
  const field = page.querySelector("input");
  expect(field?.getAttribute("aria-invalid")).toBe("true");
  expect(page.querySelector(`#${field?.getAttribute("aria-describedby")}`)?.text).toBe("That code is wrong.");
});
