import type { Page } from "@playwright/test";
import { sql } from "./database";
import { untilScriptsListen } from "./fixtures";
import { offerNoPasskeyAtEmail } from "./virtual-authenticator";

export const passkeyButton = (page: Page) => page.getByRole("button", { name: "Log in with a passkey" });

/** As in a browser that offers passkeys by the button alone: the virtual device takes every offer of the field at once. */
export async function openLoginWithoutAutofill(page: Page, path: string): Promise<void> {
  await offerNoPasskeyAtEmail(page);
  await page.goto(path);
  await untilScriptsListen(passkeyButton(page));
}

export async function countPasskeyLogins(userId: string): Promise<number> {
  const rows = await sql(`SELECT 1 FROM "Session" WHERE "userId" = $1 AND "method" = 'PASSKEY'`, [userId]);
  return rows.length;
}
