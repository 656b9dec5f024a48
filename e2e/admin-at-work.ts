import type { BrowserContext, Page } from "@playwright/test";
import { addUser } from "./database";
import { logInDirectly, newPerson } from "./fixtures";
import { plugInAuthenticator, type VirtualAuthenticator } from "./virtual-authenticator";

/** Logs an admin in on this page, whose device holds a passkey of theirs. */
export async function adminAtWork(
  page: Page,
  context: BrowserContext,
): Promise<{ id: string; username: string; device: VirtualAuthenticator }> {
  const person = newPerson();
  const id = await addUser(person, "ADMIN");
  await logInDirectly(context, id, { role: "ADMIN" });
  const device = await plugInAuthenticator(context, page);
  await device.holdPasskeyOf(id);
  return { id, username: person.username, device };
}
