import Link from "next/link";
import type { ReactNode } from "react";
import { getPublicPath, getTranslations, getWords } from "@/lib/i18n/page-translations";
import { AccountMenu } from "./account-menu";
import { LanguageChoice } from "./language-choice";
import { Wordmark } from "./wordmark";

type PageShellProps = {
  /** Full width for the page. */
  isBleeding?: boolean;
  /** Of a public page, without the language: its foot links to it in the other languages. */
  path?: string;
  children: ReactNode;
};

export function PageShell(props: PageShellProps) {
  return (
    <>
      <SiteHeader />
      <PageBody {...props} />
    </>
  );
}

/** For pages whose header is in a layout, where no layout knows the path. */
export function PageBody({ isBleeding = false, path, children }: PageShellProps) {
  return (
    <>
      <main id="main" tabIndex={-1} className={isBleeding ? "grow" : "shell grow py-10 sm:py-14"}>
        {children}
      </main>
      <SiteFooter path={path} />
    </>
  );
}

const navLink =
  "inline-flex min-h-touch items-center px-3 font-medium text-ink no-underline decoration-2 underline-offset-[0.35em] hover:underline";

export async function SiteHeader() {
  const t = await getTranslations("shell");
  return (
    <header className="border-line border-b bg-canvas">
      <div className="shell flex flex-wrap items-center gap-x-4 py-3">
        <Wordmark />
        <nav aria-label={t("mainNav")} className="order-last -ms-3 flex w-full sm:order-none sm:ms-0 sm:w-auto">
          <Link href={await getPublicPath("/#range")} className={navLink}>
            {t("range")}
          </Link>
          <Link href="/home" prefetch={false} className={navLink}>
            {t("members")}
          </Link>
        </nav>
        <AccountMenu words={await getWords("accountMenu")} />
      </div>
    </header>
  );
}

const link = "inline-flex min-h-touch items-center text-ink hover:underline";

async function SiteFooter({ path }: Pick<PageShellProps, "path">) {
  const t = await getTranslations("shell");
  return (
    <footer className="mt-auto border-line border-t">
      <div className="shell grid gap-x-10 gap-y-6 py-10 sm:grid-cols-[1fr_auto] sm:items-start">
        <div className="max-w-reading">
          <p className="font-semibold">{t("claim")}</p>
          <p className="mt-1 text-fine text-ink-muted">{t("neverAPassword")}</p>
        </div>
        <div className="-my-2.5 grid gap-x-6 sm:justify-items-end">
          <nav aria-label={t("footerNav")} className="flex flex-wrap gap-x-6">
            <Link href={await getPublicPath("/#range")} className={link}>
              {t("range")}
            </Link>
            <Link href="/home" prefetch={false} className={link}>
              {t("members")}
            </Link>
            <Link href="/account" prefetch={false} className={link}>
              {t("account")}
            </Link>
          </nav>
          <LanguageChoice path={path} />
        </div>
      </div>
    </footer>
  );
}
