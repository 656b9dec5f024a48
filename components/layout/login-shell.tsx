import Link from "next/link";
import type { ReactNode } from "react";
import { getPublicPath, getTranslations } from "@/lib/i18n/page-translations";
import { shopConfig } from "@/shop.config";
import { LanguageChoice } from "./language-choice";
import { Wordmark } from "./wordmark";

type LoginShellProps = { title: string; lead?: ReactNode; after?: ReactNode; children: ReactNode };

/** Without account menu: these pages need almost no JavaScript. */
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

const digits = ["4", "1", "8", "0", "7", "2"];

async function LoginSign() {
  const t = await getTranslations("login");
  return (
    <div className="grow rounded-card bg-accent p-1.5 text-on-accent max-lg:hidden">
      <div className="@container flex h-full flex-col justify-between gap-10 rounded-[0.4rem] border-2 border-on-accent p-8 xl:p-12">
        <Link
          href={await getPublicPath("/")}
          className="-mx-2 inline-flex min-h-touch items-center self-start px-2 font-bold text-heading outline-on-accent hover:underline"
        >
          {shopConfig.name}
        </Link>
        <p className="font-extrabold text-sign">
          {t("sign.noPassword")}
          <br />
          {t("sign.justANumber")}
        </p>
        <div aria-hidden="true" dir="ltr" className="flex gap-2 rtl:justify-end xl:gap-3">
          {digits.map((digit) => (
            <span key={digit} className="sign-digit">
              {digit}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
