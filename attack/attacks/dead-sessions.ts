import { setTimeout as sleep } from "node:timers/promises";
import { type AttackContext, premiumSentences, showsAny } from "@/attack/client/attack-context";
import { type Finding, judge } from "@/attack/client/finding";
import { type Browser, findSession } from "@/attack/client/shop-client";

/** How long the edge may believe a cookie without asking (lib/http/cookies.ts), and a little. */
const edgeBelievesMs = 62_000;
const pollMs = 4_000;

/** Uses a copy of a session cookie after its owner has logged out. */
export async function attackDeadSessions(context: AttackContext): Promise<Finding[]> {
  const premium = await premiumSentences(context);
  const browser = await context.takeSession();
  const session = findSession(browser);
  if (session === null) throw new Error("the browser that was to log out has no session");
  const thief = context.openBrowser();
  const copy = () => thief.cookies.set(session.name, session.value);
  await browser.post("/logout", new URLSearchParams());
  const loggedOutAt = Date.now();

  copy();
  const account = await thief.get("/account");
  copy();
  const me = await thief.get("/api/me");
  const problems = [
    ...(account.status === 200 ? ["/account still opens"] : []),
    ...(me.body.includes('"username"') ? ["/api/me still tells who it is"] : []),
  ];
  return [
    judge(
      { asvs: "7.4.1", requirement: "R29", tried: "a copied cookie after the logout, where data is read" },
      problems,
      `/account answers ${account.status}, /api/me nobody, on the next request`,
    ),
    await watchPremiumPage(thief, copy, premium, loggedOutAt),
  ];
}

async function watchPremiumPage(thief: Browser, copy: () => void, premium: string[], since: number): Promise<Finding> {
  const subject = { asvs: "7.4.1", requirement: "R29", tried: "the same cookie at /home, until it is refused" };
  for (;;) {
    copy();
    const answer = await thief.get("/home");
    const seconds = Math.round((Date.now() - since) / 1_000);
    if (!showsAny(answer.body, premium)) return judge(subject, [], `refused ${seconds} s after the logout`);
    if (Date.now() - since > edgeBelievesMs) return judge(subject, [`still open ${seconds} s after the logout`], "");
    await sleep(pollMs);
  }
}
