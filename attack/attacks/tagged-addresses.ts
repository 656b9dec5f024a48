import type { AttackContext } from "@/attack/client/attack-context";
import { StartRefused } from "@/attack/client/code-request";
import { type Finding, judge } from "@/attack/client/finding";

/** Mails that all tagged addresses of one mailbox may get in ten minutes together (lib/limits/policies.ts). */
const mostMails = 8;

/** Floods one mailbox by way of addresses that all reach it: name+1@, name+2@ and so on. */
export async function attackByTaggedAddresses(context: AttackContext): Promise<Finding[]> {
  const mailbox = context.newAddress();
  let mails = 0;
  let refusal = "";
  try {
    for (; mails <= mostMails; mails++) await context.startLogin(mailbox.replace("@", `+${mails}@`));
  } catch (error) {
    if (!(error instanceof StartRefused)) throw error;
    refusal = error.message;
  }
  const subject = {
    asvs: "2.4.1",
    requirement: "R11, R24",
    tried: `${mostMails + 1} logins at tagged addresses of one mailbox`,
  };
  const problems = mails > mostMails ? [`${mails} mails went to one mailbox`] : [];
  return [judge(subject, problems, `after ${mails} mails ${refusal}`)];
}
