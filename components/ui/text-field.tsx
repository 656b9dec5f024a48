import type { ComponentProps, ReactNode } from "react";
import { type ControlStyle, controlStyle } from "./control-style";
import { Field } from "./field";

/** A text input. `look="code"` is the large one for one-time codes. */
function Input({ look, className, ...rest }: ComponentProps<"input"> & ControlStyle) {
  return <input className={controlStyle({ look, className })} {...rest} />;
}

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
