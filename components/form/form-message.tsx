import type { ReactNode } from "react";
import { Alert, type AlertTone } from "@/components/ui/alert";

/**
 * What happened to the form as a whole. The region is always in the page, and not hidden, so that its words are read out
 * when they come. Trouble interrupts (alert), good news waits its turn (status).
 */
export function FormMessage({ tone = "danger", children }: { tone?: AlertTone; children?: ReactNode }) {
  return (
    <div role={tone === "danger" ? "alert" : "status"} className="empty:sr-only">
      {children ? <Alert tone={tone}>{children}</Alert> : null}
    </div>
  );
}
