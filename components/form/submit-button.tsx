"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "@/components/ui/button";
import { Spinner } from "@/components/ui/spinner";

type SubmitButtonProps = Omit<ComponentProps<typeof Button>, "type"> & { pendingLabel?: string; isPending?: boolean };

/**
 * Submits its form and refuses a second click meanwhile. Of several with a `name` and a `value`, the one that was pressed
 * says that it is busy.
 * `isPending` is for forms that call their action themselves, where useFormStatus sees nothing.
 */
export function SubmitButton({ children, pendingLabel, isPending = false, disabled, ...rest }: SubmitButtonProps) {
  const { pending, data } = useFormStatus();
  const isOwn = rest.name === undefined || data?.get(rest.name) === rest.value;
  const isBusy = isPending || (pending && isOwn);
  return (
    <Button type="submit" disabled={disabled || pending || isPending} aria-busy={isBusy} {...rest}>
      {isBusy ? <Spinner /> : null}
      {/* An element, since browsers that translate a page move bare text, and React then fails to put in the spinner. */}
      <span className="contents">{isBusy && pendingLabel ? pendingLabel : children}</span>
    </Button>
  );
}
