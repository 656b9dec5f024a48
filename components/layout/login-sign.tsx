import Link from "next/link";
import { getTranslations } from "@/lib/i18n/page-translations";

const digits = ["4", "1", "8", "0", "7", "2"];

/** The sign beside the login card where there is room for it: a code, written in house numbers. */
export async function LoginSign() {
  const t = await getTranslations("login");
  return (
    <div className="grow rounded-card bg-accent p-1.5 text-on-accent max-lg:hidden">
      <div className="flex h-full flex-col justify-between gap-10 rounded-[0.4rem] border-2 border-on-accent p-8 xl:p-12">
        <Link
          href="/"
          className="-mx-2 inline-flex min-h-touch items-center self-start px-2 font-bold text-heading outline-on-accent hover:underline"
        >
          myshop
        </Link>
        <p className="font-extrabold text-display">
          {t("sign.noPassword")}
          <br />
          {t("sign.justANumber")}
        </p>
        <div aria-hidden="true" dir="ltr" className="flex gap-2 rtl:justify-end xl:gap-3">
          {digits.map((digit) => (
            <span
              key={digit}
              className="inline-flex aspect-[3/4] w-12 items-center justify-center rounded-plate bg-on-accent font-extrabold text-accent text-title shadow-[inset_0_0_0_2px_var(--on-accent),inset_0_0_0_4px_var(--accent)] xl:w-16"
            >
              {digit}
            </span>
          ))}
        </div>
      </div>
    </div>
  );
}
