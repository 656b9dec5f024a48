import type { Metadata } from "next";
import { LoginShell } from "@/components/layout/login-shell";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";
import { getPublicPath, getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("logout");
  return { title: t("metaTitle"), robots: { index: false } };
}

export default async function LogoutPage() {
  const t = await getTranslations("logout");
  const stay = <TextLink href={await getPublicPath("/")}>{t("stay")}</TextLink>;
  return (
    <LoginShell title={t("title")} lead={t("lead")} after={stay}>
      <form action="/logout" method="post">
        <Button type="submit" block>
          {t("submit")}
        </Button>
      </form>
    </LoginShell>
  );
}
