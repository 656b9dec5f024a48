import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RegisterView } from "@/app/[locale]/(login)/register/register-view";
import { getTranslations } from "@/lib/i18n/page-translations";

// Made on the first request, as the country of phone numbers is a setting: docs/decisions/static-pages.md.
export const revalidate = 300;
export const dynamicParams = true;

export function generateStaticParams(): { edition: string }[] {
  return [];
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

/** What strangers without a query get at /register (lib/http/routes.ts). */
export default async function StrangersRegisterPage({ params }: { params: Promise<{ edition: string }> }) {
  if ((await params).edition !== "today") notFound();
  return <RegisterView />;
}
