import { CircleAlert } from "lucide-react";

/** Always in the page, filled on error: a live region that appears together with its text is often not read out. */
export function FieldError({ id, children }: { id: string; children?: string | undefined }) {
  return (
    <p id={id} role="alert" className="flex items-start gap-1.5 font-medium text-danger text-fine empty:hidden">
      {children ? (
        <>
          <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />
          <span>{children}</span>
        </>
      ) : null}
    </p>
  );
}
