import type { ReactNode } from "react";
import { Alert, type AlertTone } from "@/components/ui/alert";

/** Always in the page, so that new words are read out: errors as alert, the rest as status. */
export function FormMessage({ tone = "danger", children }: { tone?: AlertTone; children?: ReactNode }) {
  return (
    <div role={tone === "danger" ? "alert" : "status"} className="empty:sr-only">
      {children ? <Alert tone={tone}>{children}</Alert> : null}
    </div>
  );
}
