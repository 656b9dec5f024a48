import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { findTypedRegistration } from "@/lib/auth/challenge/typed-registration";
import { findChallengeKey } from "@/lib/auth/device/trusted-device";
import { findCurrentUser } from "@/lib/auth/session/current-user";
import { findNotice, registerNotices } from "@/lib/http/notices";
import { defaultDestination, safePath } from "@/lib/http/safe-redirect";
import { getTranslations } from "@/lib/i18n/page-translations";
import { RegisterView } from "./register-view";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("register"))("title") };
}

type RegisterPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** For a query or a session; strangers without either get the page in ../prerendered. */
export default async function RegisterPage({ searchParams }: RegisterPageProps) {
  const query = await searchParams;
  const key = await findChallengeKey();
  // In an outage the form stays; its action says so.
  const typed = await findTypedRegistration(query.from, key).catch(() => null);
  const next = safePath(query.next) ?? typed?.returnTo ?? null;
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);
  const notice = findNotice(query.notice, registerNotices);
  return <RegisterView next={next} from={typed && String(query.from)} notice={notice} typed={typed?.values} />;
}
