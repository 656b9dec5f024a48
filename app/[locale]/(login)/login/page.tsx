import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isChallengeId } from "@/lib/auth/challenge/challenge";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { findNotice, loginNotices } from "@/lib/http/notices";
import { defaultDestination, safePath } from "@/lib/http/safe-redirect";
import { getTranslations } from "@/lib/i18n/page-translations";
import { LoginView } from "./login-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("login"))("title") };
}

type LoginPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** For a query or a session; strangers without either get the page in ../prerendered. */
export default async function LoginPage({ searchParams }: LoginPageProps) {
  const query = await searchParams;
  const next = safePath(query.next);
  const from = typeof query.from === "string" && isChallengeId(query.from) ? query.from : null;
  // In an outage the form stays; its action says so.
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);

  const notice = findNotice(query.notice, loginNotices) ?? (query.next === undefined ? null : "LOGIN_REQUIRED");
  return <LoginView next={next} from={from} notice={notice} />;
}
