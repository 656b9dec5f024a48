import Link from "next/link";
import { getTranslations, getWords } from "@/lib/i18n/page-translations";
import { AccountMenu } from "./account-menu";
import { Wordmark } from "./wordmark";

const navLink =
  "inline-flex min-h-touch items-center px-3 font-medium text-ink no-underline decoration-2 underline-offset-[0.35em] hover:underline";

/** Name, the two rooms of the shop, and who is here. */
export async function SiteHeader() {
  const t = await getTranslations("shell");
  return (
    <header className="border-line border-b bg-canvas">
      <div className="shell flex flex-wrap items-center gap-x-4 py-3">
        <Wordmark />
        <nav aria-label={t("mainNav")} className="order-last -ms-3 flex w-full sm:order-none sm:ms-0 sm:w-auto">
          <Link href="/#range" className={navLink}>
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
