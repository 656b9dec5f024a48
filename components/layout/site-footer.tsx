import Link from "next/link";
import { getTranslations } from "@/lib/i18n/page-translations";
import { LanguageChoice } from "./language-choice";

const link = "inline-flex min-h-touch items-center text-ink hover:underline";

export async function SiteFooter() {
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
            <Link href="/#range" className={link}>
              {t("range")}
            </Link>
            <Link href="/home" prefetch={false} className={link}>
              {t("members")}
            </Link>
            <Link href="/account" prefetch={false} className={link}>
              {t("account")}
            </Link>
          </nav>
          <LanguageChoice />
        </div>
      </div>
    </footer>
  );
}
