import type { AttackContext } from "@/attack/client/attack-context";
import { type Finding, judge } from "@/attack/client/finding";
import { givesSession, postCallback, whoIs } from "@/attack/client/shop-client";

/** Registers, and finishes by NextAuth's own door, with fields that no form has. */
export async function attackMassAssignment(context: AttackContext): Promise<Finding[]> {
  const member = await context.findMember();
  const account = context.newAccount();
  const extra = { role: "ADMIN", emailVerified: "true", isAdmin: "true", id: "1", userId: "1", sub: "1" };
  const request = await context.startRegistration(account, { values: extra });
  const code = await context.readCode(request);
  const { challengeId, browser } = request;
  const victim = { email: member.account.email, username: member.account.username };
  const finished = await postCallback(browser, { ...extra, ...victim, purpose: "LOGIN", challengeId, code });
  const user = await whoIs(browser);
  const dashboard = await browser.get("/admin");
  if (user?.username === account.username) context.addAccount(account);
  context.leaveSession(browser);

  const problems: string[] = [];
  if (!givesSession(finished)) problems.push(`the registration itself did not succeed (${finished.status})`);
  if (user !== null && user.role !== "CUSTOMER") problems.push(`the new account has the role ${user.role}`);
  if (user !== null && user.username !== account.username) problems.push("the session belongs to somebody else");
  if (dashboard.status === 200) problems.push("the dashboard opened");
  return [
    judge(
      {
        asvs: "15.3.3",
        requirement: "R25",
        tried: `register and NextAuth's callback with ${Object.keys(extra).join(", ")} and another's email`,
      },
      problems,
      `an account of its own with the role CUSTOMER; /admin answers ${dashboard.status}`,
    ),
  ];
}
