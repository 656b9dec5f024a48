import type { ComponentProps, ReactNode } from "react";
import type { ControlStyle } from "./control-style";
import { Field } from "./field";
import { Input } from "./input";

type TextFieldProps = Omit<ComponentProps<"input">, "id" | "children"> &
  ControlStyle & {
    name: string;
    label: string;
    id?: string;
    hint?: ReactNode;
    error?: string | undefined;
  };

/** The common field: one input with label, hint and error. Spread `register("name")` of react-hook-form into it. */
export function TextField({ name, label, id = name, hint, error, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <Input name={name} {...input} {...control} />}
    </Field>
  );
}
