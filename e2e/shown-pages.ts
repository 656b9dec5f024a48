import { expect } from "@playwright/test";
import type { MailedLinkPage } from "@/lib/http/mailed-link-cookie";
import type { Locale } from "@/lib/i18n/locales";
import { publicPath } from "@/lib/i18n/public-path";
import { makeKeepToken, makeStopToken, makeUndoEmailToken } from "@/lib/signed-link/account-links";
import { makeReportToken } from "@/lib/signed-link/report-token";
import {
  buyerCookie,
  memberCookie,
  reauthenticatedAdminCookie,
  reauthenticatedMemberCookie,
  type Visit,
} from "./bad-input";
import {
  addGuestBag,
  addOrder,
  addProduct,
  addRecoveringUser,
  addUser,
  addUserPendingDeletion,
  ageChallenges,
  countSessions,
  moveUser,
  sql,
} from "./database";
import { newPerson } from "./fixtures";
import { type FormField, postForm, readForms, type ShownForm } from "./posted-forms";
import type { RawAnswer } from "./raw-http";
import { inbox } from "./running-shop";

export type FormInBrowser = ShownForm & { path: string; cookie: string };

/** Forms on many pages are listed once per browser. */
export async function everyForm(visit: Visit, locale: Locale = "en"): Promise<FormInBrowser[]> {
  const login = await startByForm(visit, "/login", { email: newPerson().email });
  const registering = newPerson();
  const registration = await startByForm(visit, "/register", registering);
  // The username was taken meanwhile.
  await sql(`UPDATE "Challenge" SET "provenAt" = now() WHERE "id" = $1`, [registration.path.split("/").at(-1)]);
  const late = newPerson();
  const expired = await startByForm(visit, "/login", { email: late.email });
  await ageChallenges(late.email, 601);
  const member = await memberCookie();
  const [buyer, customer] = await buyerCookie();
  const proven = await reauthenticatedMemberCookie(["change-email", "change-phone"]);
  const admin = await reauthenticatedAdminCookie();
  const [shopper, disabled] = [await addUser(newPerson()), await addUser(newPerson())];
  const reported = makeReportToken("challenge", login.path.split("/").at(-1) ?? "");
  const moved = await moveUser(await addUser(newPerson()), newPerson().email);
  const leaving = await addUserPendingDeletion(newPerson());
  const recovering = await addRecoveringUser(newPerson(), newPerson().email);
  const order = await addOrder(shopper, await addProduct());
  const linkCookie = (page: MailedLinkPage, token: string) => `shop-link=${page}/${token}`;
  const pages = [
    { path: publicPath("/products/blue-rim-kettle", locale), cookie: "" },
    { path: "/bag", cookie: await addGuestBag("blue-rim-kettle") },
    { path: "/home", cookie: member },
    { path: "/login", cookie: "" },
    { path: "/login/recovery", cookie: "" },
    { path: "/register", cookie: "" },
    login,
    registration,
    expired,
    { path: "/not-me", cookie: linkCookie("not-me", reported) },
    { path: "/logout/confirm", cookie: member },
    { path: "/account", cookie: member },
    { path: "/account/sessions", cookie: member },
    { path: "/account/passkeys", cookie: member },
    { path: "/account/recovery-codes", cookie: member },
    { path: "/account/confirm-with-recovery-code?act=end-sessions&next=/account/sessions", cookie: member },
    { path: "/checkout", cookie: buyer },
    { path: `/account/orders/${await addOrder(customer, await addProduct())}`, cookie: buyer },
    { path: "/account/data", cookie: member },
    { path: "/account/delete", cookie: member },
    { path: "/account/username", cookie: member },
    { path: "/account/language", cookie: member },
    { path: "/account/email", cookie: member },
    { path: "/account/phone", cookie: member },
    { path: "/account/email", cookie: proven },
    { path: "/account/phone", cookie: proven },
    { path: "/undo-email", cookie: linkCookie("undo-email", makeUndoEmailToken(moved)) },
    { path: "/undo-deletion", cookie: linkCookie("undo-deletion", makeKeepToken(leaving)) },
    { path: "/stop-recovery", cookie: linkCookie("stop-recovery", makeStopToken(recovering)) },
    ...["edit", "delete", "invite", "disable", "passkeys", "recover", "stop-recovery", "role", "sessions"].map(
      (change) => ({
        path: `/admin/users/${shopper}/${change}`,
        cookie: admin,
      }),
    ),
    { path: "/admin/users/new", cookie: admin },
    ...["accept", "send", "cancel"].map((change) => ({ path: `/admin/orders/${order}/${change}`, cookie: admin })),
    { path: "/admin/delivery", cookie: admin },
    { path: `/admin/delivery/mailbox/release?user=${shopper}&list=bounces`, cookie: admin },
    { path: "/admin/products/new", cookie: admin },
    { path: `/admin/products/${(await addProduct()).id}/edit`, cookie: admin },
    { path: `/admin/users/${disabled}/enable`, cookie: admin },
    { path: `/admin/users/selected?change=disable&user=${shopper}&user=${disabled}`, cookie: admin },
  ];
  const forms = new Map<string, FormInBrowser>();
  for (const page of pages) {
    const found = await formsAt(visit, page.path, page.cookie);
    expect(
      found.filter(({ action }) => action !== "/api/language"),
      `${page.path} shows no form of its own`,
    ).not.toEqual([]);
    for (const form of found) {
      const key = JSON.stringify([page.cookie, form.action, form.fields.map(({ name }) => name)]);
      if (!forms.has(key)) forms.set(key, { ...page, ...form });
    }
  }
  return [...forms.values()];
}

/** The control that the shop still serves. */
export async function logInWithoutScripts(visit: Visit, otherCookies = ""): Promise<void> {
  const person = newPerson();
  const { path, cookie } = await startByForm(visit, "/register", person);
  await ageChallenges(person.email, 2);
  const [form] = await formsAt(visit, path, cookie);
  const fields = fill(form?.fields ?? [], { code: await inbox.latestCode(person.email) });
  const answer = await visit.send(postForm(path, fields, [["Cookie", cookie + otherCookies]]));
  expect(answer.headers.location, answer.body.slice(0, 300)).toMatch(/\/home$/);
  expect(await countSessions(person.email)).toBe(1);
}

async function startByForm(visit: Visit, path: string, values: Record<string, string>) {
  const [form] = await formsAt(visit, path, "");
  const answer = await visit.send(postForm(path, fill(form?.fields ?? [], values)));
  expect(answer.headers.location, answer.body.slice(0, 300)).toMatch(/^\/otp\//);
  return { path: answer.headers.location ?? "", cookie: cookiesOf(answer) };
}

async function formsAt(visit: Visit, path: string, cookie: string): Promise<ShownForm[]> {
  return readForms(await visit.send({ target: path, headers: cookie ? [["Cookie", cookie]] : [] }), path);
}

function fill(fields: FormField[], values: Record<string, string>): FormField[] {
  return fields.map((field) => ({ ...field, value: values[field.name] ?? field.value }));
}

function cookiesOf({ headers }: RawAnswer): string {
  const lines = headers["set-cookie"]?.split("\n") ?? [];
  return lines.map((line) => line.split(";")[0]).join("; ");
}
