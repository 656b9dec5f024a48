import type { AttackContext } from "@/attack/client/attack-context";
import { enterCode, openCodeForm } from "@/attack/client/code-request";
import { type Finding, judge } from "@/attack/client/finding";
import { findSession, sessionCookieName, whoIs } from "@/attack/client/shop-client";

const item = { asvs: "7.2.4", requirement: "R27" };

/** Plants a session before a login, and keeps an old one over a second login. */
export async function attackFixation(context: AttackContext): Promise<Finding[]> {
  const name = sessionCookieName(context.shop.isHttps);
  const planted = "planted-before-the-login";
  const account = context.newAccount();
  const browser = context.openBrowser();
  browser.cookies.set(name, planted);
  const registration = await context.startRegistration(account, { browser });
  await enterCode(registration, await context.readCode(registration));
  context.addAccount(account);
  const first = findSession(browser)?.value;

  // A code page that was open before: to a browser with a session the shop shows none.
  browser.cookies.delete(name);
  const login = await context.startLogin(account.email, { browser });
  const form = await openCodeForm(login);
  if (first !== undefined) browser.cookies.set(name, first);
  await enterCode(login, await context.readCode(login), { form });
  const second = findSession(browser)?.value;

  const isAlive = async (value: string | undefined) => {
    const copy = context.openBrowser();
    if (value !== undefined) copy.cookies.set(name, value);
    return (await whoIs(copy)) !== null;
  };
  const isSecondAlive = await isAlive(second);
  const findings = [
    judge(
      { ...item, tried: "a session cookie planted before the login" },
      [
        ...(first === planted || first === undefined ? ["the planted cookie is still there after the login"] : []),
        ...((await isAlive(planted)) ? ["the planted cookie is a session"] : []),
      ],
      "replaced by a new one, and worth nothing",
    ),
    judge(
      { ...item, tried: "a second login in a browser that still has a session" },
      [
        ...(second === first || !isSecondAlive ? ["no new session"] : []),
        ...((await isAlive(first)) ? ["the session from before it lives on"] : []),
      ],
      "a new session, and the old one is dead at once",
    ),
  ];
  context.leaveSession(browser);
  return findings;
}
