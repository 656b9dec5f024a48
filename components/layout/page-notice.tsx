import { Alert, type AlertTone } from "@/components/ui/alert";
import { ReadOut } from "./read-out";

type PageNoticeProps = {
  tone: AlertTone;
  /** Another value has the same sentence said again at the same address, after the same act on another thing. */
  about?: string | number;
  className?: string;
  /** Nothing where there is nothing to say; the page has the notice even so, for when there is. */
  children: string | null | undefined;
};

/** What became of an act, on the page that it leads to, also for those who hear the page. */
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
