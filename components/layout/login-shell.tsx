import type { ReactNode } from "react";
import { LanguageChoice } from "./language-choice";
import { LoginSign } from "./login-sign";
import { Wordmark } from "./wordmark";

type LoginShellProps = { title: string; lead?: ReactNode; after?: ReactNode; children: ReactNode };

/** The narrow card of /login, /register and /otp. No account menu: these pages stay almost free of JavaScript. */
export function LoginShell({ title, lead, after, children }: LoginShellProps) {
  return (
    <div className="grid grow max-lg:content-start lg:grid-cols-[minmax(0,1fr)_minmax(0,1.15fr)] lg:grid-rows-[1fr_auto]">
      <header className="flex flex-col p-4 lg:row-span-2 lg:p-6">
        <div className="flex justify-center pt-4 lg:hidden">
          <Wordmark />
        </div>
        <LoginSign />
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-form px-4 pb-16 lg:self-center lg:py-10">
        <div className="grid gap-6 rounded-card border border-line bg-surface p-5 sm:p-7">
          <div className="grid gap-2">
            <h1 className="font-bold text-title">{title}</h1>
            {lead ? <div className="text-ink-muted">{lead}</div> : null}
          </div>
          {children}
        </div>
        {after ? <div className="mt-6 text-center text-ink-muted">{after}</div> : null}
      </main>
      <footer className="px-4 pb-6 lg:col-start-2">
        <LanguageChoice className="justify-center" />
      </footer>
    </div>
  );
}
