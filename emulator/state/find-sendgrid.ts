import type { Account } from "./account";
import type { EmulatorState } from "./emulator-state";

/** The account whose SendGrid side issued this API key. */
export function findSendgridByKey(state: EmulatorState, key: string): Account | undefined {
  for (const account of state.accounts.values())
    if (account.sendgrid.keys.some((known) => known.key === key)) return account;
  return undefined;
}
