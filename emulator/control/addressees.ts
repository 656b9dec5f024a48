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
    const mail: unknown = JSON.parse(body);
    const found = JSON.stringify(mail).matchAll(/"to":(\[.*?\])/g);
    return [...found].flatMap(([, list]) => [...(list ?? "").matchAll(/"email":"([^"]+)"/g)].map(([, to]) => to ?? ""));
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
