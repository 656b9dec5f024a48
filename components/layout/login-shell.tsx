import type { ReactNode } from "react";
import { Card } from "@/components/ui/card";
import { Wordmark } from "./wordmark";

type LoginShellProps = { title: string; lead?: ReactNode; after?: ReactNode; children: ReactNode };

/** The narrow card of /login, /register and /otp. No account menu: these pages stay almost free of JavaScript. */
export function LoginShell({ title, lead, after, children }: LoginShellProps) {
  return (
    <>
      <header className="shell flex justify-center pt-8 pb-6 sm:pt-14">
        <Wordmark />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-form grow px-4 pb-16">
        <Card className="grid gap-6">
          <div className="grid gap-2">
            <h1 className="font-bold text-title">{title}</h1>
            {lead ? <div className="text-ink-muted">{lead}</div> : null}
          </div>
          {children}
        </Card>
        {after ? <div className="mt-6 text-center text-ink-muted">{after}</div> : null}
      </main>
    </>
  );
}
