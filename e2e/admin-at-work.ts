import type { BrowserContext, Page } from "@playwright/test";
import { addUser } from "./database";
import { logInDirectly, newPerson } from "./fixtures";
import { plugInAuthenticator, type VirtualAuthenticator } from "./virtual-authenticator";

/** Logs an admin or staff in; the page's device holds their passkey. */
export async function adminAtWork(
  page: Page,
  context: BrowserContext,
  { role = "ADMIN" as "ADMIN" | "STAFF", isByMail = false } = {},
): Promise<{ id: string; username: string; device: VirtualAuthenticator }> {
  const person = newPerson();
  const id = await addUser(person, role);
  const device = await plugInAuthenticator(context, page);
  await device.holdPasskeyOf(id);
  await logInDirectly(context, id, { role, isByMail });
  return { id, username: person.username, device };
}
