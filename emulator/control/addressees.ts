import type { EmulatorState } from "@/emulator/state/emulator-state";

function phoneOrEmailOf(state: EmulatorState, sidOrTo: string): string {
  for (const account of state.accounts.values()) {
    const verification = account.verifications.get(sidOrTo);
    if (verification !== undefined) return verification.to;
  }
  return sidOrTo;
}

function recipientsOfMail(body: string): string[] {
  try {
    const mail: { personalizations: { to: { email: unknown }[] }[] } = JSON.parse(body);
    const emails = mail.personalizations.flatMap(({ to }) => to.map(({ email }) => email));
    return emails.filter((email) => typeof email === "string");
  } catch {
    return [];
  }
}

/** Whom a request is about, found without judging it: faults and journal need to know before it is understood. */
export function addresseesOf(state: EmulatorState, path: string, body: string): string[] {
  if (path === "/v3/mail/send") return recipientsOfMail(body);
  const inPath = /\/Verifications\/([^/]+)$/.exec(path)?.[1];
  if (inPath !== undefined) return [phoneOrEmailOf(state, decodeURIComponent(inPath))];
  const form = new URLSearchParams(body);
  const target = form.get("To") ?? form.get("VerificationSid");
  return target === null ? [] : [phoneOrEmailOf(state, target)];
}
