import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { type MailedLinkPage, mailedLinkCookie } from "./mailed-link-cookie";

export async function leadToMailedLink(page: MailedLinkPage, token: string): Promise<never> {
  (await cookies()).set(mailedLinkCookie(page, token));
  redirect(`/${page}`);
}
