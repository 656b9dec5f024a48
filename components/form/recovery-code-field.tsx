import type { Ref } from "react";
import { TextField } from "@/components/ui/text-field";

/** Where a recovery code is typed, from paper or from a password manager. The server reads it in any of its forms. */
export function RecoveryCodeField({ ref, error }: { ref: Ref<HTMLInputElement>; error: string | undefined }) {
  return (
    <TextField
      ref={ref}
      name="code"
      label="Recovery code"
      hint="24 letters and digits. Dashes, spaces and small letters do not matter."
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
