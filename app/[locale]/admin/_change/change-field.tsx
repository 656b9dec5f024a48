"use client";

import { type ComponentProps, useContext } from "react";
import { TextField } from "@/components/ui/field";
import { LastTry } from "./change-form";

/** A field of a ChangeForm, which keeps what was typed when the change was refused. */
export function ChangeField({ name, defaultValue, ...field }: ComponentProps<typeof TextField>) {
  const { values, errors } = useContext(LastTry);
  return <TextField name={name} defaultValue={values?.[name] ?? defaultValue} error={errors?.[name]} {...field} />;
}
