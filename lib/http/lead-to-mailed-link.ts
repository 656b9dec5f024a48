import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { type MailedLinkPage, mailedLinkCookie } from "./mailed-link-cookie";

/** Leads to the page that a mailed link opens, by an address without the link's token. */
export async function leadToMailedLink(page: MailedLinkPage, token: string): Promise<never> {
  (await cookies()).set(mailedLinkCookie(page, token));
  redirect(`/${page}`);
}
