import { Alert, type AlertTone } from "@/components/ui/alert";
import { ReadOut } from "./read-out";

type PageNoticeProps = {
  tone: AlertTone;
  /** Another value repeats the sentence at the same address. */
  about?: string | number;
  className?: string;
  /** Renders even when empty, for what comes later. */
  children: string | null | undefined;
};

export function PageNotice({ tone, about, className, children }: PageNoticeProps) {
  return (
    <ReadOut className={className}>
      {children ? (
        <Alert key={about} tone={tone}>
          {children}
        </Alert>
      ) : null}
    </ReadOut>
  );
}
