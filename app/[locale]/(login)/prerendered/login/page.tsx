import type { Metadata } from "next";
import { LoginView } from "@/app/[locale]/(login)/login/login-view";
import { getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("title") };
}

/** What strangers without a query get at /login (lib/http/routes.ts). */
export default function StrangersLoginPage() {
  return <LoginView />;
}
