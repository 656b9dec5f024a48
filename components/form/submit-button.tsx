"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, "type"> & { pendingLabel?: string; isPending?: boolean };

/**
 * Submits its form and refuses a second click meanwhile.
 * `isPending` is for forms that call their action themselves, where useFormStatus sees nothing.
 */
export function SubmitButton({ children, pendingLabel, isPending = false, disabled, ...rest }: SubmitButtonProps) {
  const { pending } = useFormStatus();
  const isBusy = pending || isPending;
  return (
    <Button type="submit" disabled={disabled || isBusy} aria-busy={isBusy} {...rest}>
      {isBusy ? <Spinner /> : null}
      {isBusy && pendingLabel ? pendingLabel : children}
    </Button>
  );
}
