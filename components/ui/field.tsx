import { cva, type VariantProps } from "class-variance-authority";
import type { ComponentProps, ReactNode } from "react";
import { CircleAlert } from "./icon";

const controlStyle = cva(
  "block w-full rounded-plate border border-line-strong bg-surface text-ink placeholder:text-ink-muted focus-visible:border-accent-text focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-muted read-only:bg-sunken aria-invalid:border-2 aria-invalid:border-danger",
  {
    variants: {
      look: {
        text: "min-h-12 px-3.5 py-2.5 text-body rtl:[&[dir=ltr]]:text-end",
        code: "min-h-16 px-3.5 py-3 text-center font-semibold text-[1.75rem] leading-8 tracking-[0.3em] tabular-nums",
      },
    },
    defaultVariants: { look: "text" },
  },
);

type ControlStyle = VariantProps<typeof controlStyle>;

type ControlProps = { id: string; "aria-describedby": string | undefined; "aria-invalid": true | undefined };

type FieldProps = {
  id: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  children: (control: ControlProps) => ReactNode;
};

/** The control gets the ids of label, hint and error. */
export function Field({ id, label, hint, error, children }: FieldProps) {
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = `${id}-error`;
  const describedBy = [hintId, error ? errorId : undefined].filter(Boolean).join(" ") || undefined;

  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint ? (
        <p id={hintId} className="text-fine text-ink-muted">
          {hint}
        </p>
      ) : null}
      {children({ id, "aria-describedby": describedBy, "aria-invalid": error ? true : undefined })}
      <FieldError id={errorId}>{error}</FieldError>
    </div>
  );
}

/** Always in the page: a region that comes with its text is often not read out. */
function FieldError({ id, children }: { id: string; children?: string | undefined }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 font-medium text-danger text-fine empty:hidden">
      {children ? (
        <>
          <CircleAlert className="mt-0.5 size-4 shrink-0" />
          <span>{children}</span>
        </>
      ) : null}
    </p>
  );
}

/** `look="code"`: large, for codes. */
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

/** Spread react-hook-form's `register("name")` into it. */
export function TextField({ name, label, id = name, hint, error, ...input }: TextFieldProps) {
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      {(control) => <Input name={name} {...input} {...control} />}
    </Field>
  );
}

type TextAreaFieldProps = Omit<ComponentProps<"textarea">, "id" | "children"> & {
  name: string;
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
};

export function TextAreaField({ name, label, hint, error, ...area }: TextAreaFieldProps) {
  return (
    <Field id={name} label={label} hint={hint} error={error}>
      {(control) => <textarea name={name} className={controlStyle()} {...area} {...control} />}
    </Field>
  );
}

/** CSS takes every select for read-only. */
export function Select(props: ComponentProps<"select">) {
  return <select className={controlStyle({ className: "read-only:bg-surface!" })} {...props} />;
}

type SelectFieldProps = Omit<ComponentProps<"select">, "id" | "children"> & {
  name: string;
  label: string;
  options: readonly (readonly [value: string, name: string])[];
};

export function SelectField({ name, label, options, ...select }: SelectFieldProps) {
  return (
    <Field id={name} label={label}>
      {(control) => (
        <Select name={name} {...select} {...control}>
          {options.map(([value, text]) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

type QuantityInputProps = {
  name: string;
  label: ReactNode;
  id?: string;
  defaultValue: number;
  min: number;
  max: number;
};

/** How many pieces of a product. */
export function QuantityInput({ name, label, id = `quantity-${name}`, ...input }: QuantityInputProps) {
  return (
    <div className="grid gap-1.5">
      <label htmlFor={id} className="font-semibold text-fine">
        {label}
      </label>
      <input
        id={id}
        name={name}
        type="number"
        inputMode="numeric"
        required
        className={controlStyle({ className: "w-24! text-center tabular-nums" })}
        {...input}
      />
    </div>
  );
}
