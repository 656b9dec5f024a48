"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, "type"> & { pendingLabel?: string; isPending?: boolean };

/** Blocks a second click. `isPending` is for forms that call their action themselves. */
export function SubmitButton({ children, pendingLabel, isPending = false, disabled, ...rest }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const isOwn = rest.name === undefined || data?.get(rest.name) === rest.value;
  const isBusy = isPending || (pending && isOwn);
  return (
    <Button type="submit" disabled={disabled || pending || isPending} aria-busy={isBusy} {...rest}>
      {isBusy ? <Spinner /> : null}
      {/* An element: page translators move bare text, and React fails. */}
      <span className="contents">{isBusy && pendingLabel ? pendingLabel : children}</span>
    </Button>
  );
}
