import type { ComponentProps } from "react";
import { controlStyle } from "./control-style";
import { Field } from "./field";

type SelectFieldProps = Omit<ComponentProps<"select">, "id" | "children"> & {
  name: string;
  label: string;
  /** Value and name of each choice. */
  options: readonly (readonly [value: string, name: string])[];
};

/** A choice of one among a few, with its label. */
export function SelectField({ name, label, options, ...select }: SelectFieldProps) {
  return (
    <Field id={name} label={label}>
      {(control) => (
        // CSS takes every select for read-only.
        <select name={name} className={controlStyle({ className: "read-only:bg-surface!" })} {...select} {...control}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
