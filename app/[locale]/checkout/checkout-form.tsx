"use client";

import { type ComponentProps, type ReactNode, useActionState, useEffect, useRef } from "react";
import { FormMessage } from "@/components/form/form-message";
import { SubmitButton } from "@/components/form/submit-button";
import { Alert } from "@/components/ui/alert";
import { Card } from "@/components/ui/card";
import { Field, Select, TextAreaField, TextField } from "@/components/ui/field";
import type { Words } from "@/lib/i18n/translator";
import { type CheckoutState, placeOrderAction } from "./actions";

type TextName = "name" | "line1" | "line2" | "postalCode" | "city" | "region";

type CheckoutFormProps = {
  words: Words<"checkout">["form"];
  countries: readonly (readonly [code: string, name: string])[];
  ways: readonly { method: string; name: string; what: string }[];
  known: CheckoutState["values"];
  longest: Record<TextName | "note", number>;
  /** What is ordered, with its hidden fields. */
  summary: ReactNode;
};

const textFields: Record<TextName, ComponentProps<"input">> = {
  name: { required: true, autoComplete: "shipping name" },
  line1: { required: true, autoComplete: "shipping address-line1" },
  line2: { autoComplete: "shipping address-line2" },
  postalCode: { autoComplete: "shipping postal-code", autoCapitalize: "characters", spellCheck: false },
  city: { required: true, autoComplete: "shipping address-level2" },
  region: { autoComplete: "shipping address-level1" },
};

/** Works without JavaScript. A refused form keeps what was typed, and moves to what is to be read or mended. */
export function CheckoutForm({ words, countries, ways, known, longest, summary }: CheckoutFormProps) {
  const [state, send] = useActionState(placeOrderAction, { attempt: 0, values: known, errors: {} });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (state.attempt === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true], [data-changes]")?.focus();
  }, [state]);
  const text = (name: TextName) => (
    <TextField
      name={name}
      label={words[name]}
      dir="auto"
      maxLength={longest[name]}
      defaultValue={state.values[name]}
      error={state.errors[name]}
      {...textFields[name]}
    />
  );
  const chosen = (ways.find(({ method }) => method === state.payment) ?? ways[0])?.method;
  return (
    <form ref={form} action={send} noValidate className="grid items-start gap-6 lg:grid-cols-[1fr_22rem]">
      <div className="grid gap-6">
        <FormMessage>{state.problem}</FormMessage>
        <div role="alert" className="empty:hidden">
          {state.changes ? <Changes words={words} changes={state.changes} /> : null}
        </div>
        <Card className="grid gap-5">
          <h2 className="font-bold text-heading">{words.delivery}</h2>
          {text("name")}
          {text("line1")}
          {text("line2")}
          <div className="grid gap-5 sm:grid-cols-[10rem_1fr]">
            {text("postalCode")}
            {text("city")}
          </div>
          {text("region")}
          <Field id="country" label={words.country} error={state.errors.country}>
            {(control) => (
              // A key, since React resets a form and forgets what was chosen.
              <Select
                key={state.attempt}
                name="country"
                required
                autoComplete="shipping country"
                defaultValue={state.values.country ?? ""}
                {...control}
              >
                <option value="">{words.chooseCountry}</option>
                {countries.map(([code, name]) => (
                  <option key={code} value={code}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <TextAreaField
            name="note"
            label={words.note}
            dir="auto"
            rows={3}
            maxLength={longest.note}
            defaultValue={state.values.note}
          />
        </Card>
        <Card>
          <fieldset>
            <legend className="mb-2 font-bold text-heading">{words.payment}</legend>
            {ways.map(({ method, name, what }) => (
              <label key={method} className="flex min-h-touch items-start gap-3 py-2">
                <input
                  type="radio"
                  name="payment"
                  value={method}
                  defaultChecked={method === chosen}
                  className="mt-0.5 size-5 shrink-0 accent-accent"
                />
                <span>
                  <span className="block font-semibold">{name}</span>
                  <span className="block text-ink-muted">{what}</span>
                </span>
              </label>
            ))}
          </fieldset>
        </Card>
      </div>
      <Card className="grid gap-5 lg:sticky lg:top-6">
        {summary}
        <SubmitButton block pendingLabel={words.pending}>
          {words.submit}
        </SubmitButton>
      </Card>
    </form>
  );
}

function Changes({ words, changes }: Pick<CheckoutFormProps, "words"> & { changes: string[] }) {
  return (
    <div data-changes tabIndex={-1}>
      <Alert tone="warning" title={words.changed}>
        <ul className="my-2 grid list-disc gap-1 ps-5">
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
        <p>{words.confirm}</p>
      </Alert>
    </div>
  );
}
