"use client";

import { type ReactNode, useContext } from "react";
import { LastTry } from "./change-form";

type ChangeChoiceProps = {
  name: string;
  legend: string;
  chosen: string;
  choices: { value: string; label: ReactNode }[];
};

/** One of a few, all of them in sight, in a ChangeForm. */
export function ChangeChoice({ name, legend, chosen, choices }: ChangeChoiceProps) {
  const { values } = useContext(LastTry);
  return (
    <fieldset className="grid gap-1">
      <legend className="mb-1.5 font-semibold">{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} className="flex min-h-touch cursor-pointer items-center gap-3">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={value === (values?.[name] ?? chosen)}
            className="size-5 shrink-0 accent-accent"
          />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
