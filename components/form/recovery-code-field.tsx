import type { Ref } from "react";
import { TextField } from "@/components/ui/field";
import type { Words } from "@/lib/i18n/translator";

type RecoveryCodeFieldProps = {
  ref: Ref<HTMLInputElement>;
  words: Words<"fields">["recoveryCode"];
  error: string | undefined;
};

export function RecoveryCodeField({ ref, words, error }: RecoveryCodeFieldProps) {
  return (
    <TextField
      ref={ref}
      name="code"
      label={words.label}
      hint={words.hint}
      dir="ltr"
      autoComplete="off"
      autoCapitalize="characters"
      autoCorrect="off"
      spellCheck={false}
      maxLength={100}
      required
      error={error}
    />
  );
}
