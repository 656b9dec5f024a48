import { SectionNav } from "@/components/layout/section-nav";
import { getTranslations } from "@/lib/i18n/page-translations";

const pages = [
  { href: "/account", label: "links.details" },
  { href: "/account/orders", label: "links.orders" },
  { href: "/account/sessions", label: "links.sessions" },
  { href: "/account/passkeys", label: "links.passkeys" },
  { href: "/account/recovery-codes", label: "links.recoveryCodes" },
  { href: "/account/data", label: "links.data" },
  { href: "/account/review", label: "links.review" },
] as const;

/** The pages of an account, on top of each of them. `current` is undefined on a page that belongs to none. */
export async function AccountNav({ current }: { current?: (typeof pages)[number]["href"] }) {
  const t = await getTranslations("account");
  return (
    <SectionNav
      label={t("links.label")}
      links={pages.map(({ href, label }) => ({ href, label: t(label) }))}
      current={current ?? ""}
    />
  );
}
