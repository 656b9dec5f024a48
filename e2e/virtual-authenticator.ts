import type { BrowserContext, Page } from "@playwright/test";

/** A device that holds passkeys and always knows its owner, as Chromium plays it for one page. */
export type VirtualAuthenticator = {
  /** How many passkeys it holds, and whether it can find them without being told a name. */
  credentials: () => Promise<{ isResidentCredential: boolean; rpId?: string }[]>;
  /** Whether its owner is there to touch it. If not, whatever asks for a passkey waits. */
  setOwnerThere: (isThere: boolean) => Promise<void>;
};

/** Gives a page a device with passkeys. Once it is there the page asks no real one. */
export async function plugInAuthenticator(context: BrowserContext, page: Page): Promise<VirtualAuthenticator> {
  const client = await context.newCDPSession(page);
  await client.send("WebAuthn.enable");
  const { authenticatorId } = await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    credentials: async () => (await client.send("WebAuthn.getCredentials", { authenticatorId })).credentials,
    setOwnerThere: async (enabled) => {
      await client.send("WebAuthn.setAutomaticPresenceSimulation", { authenticatorId, enabled });
    },
  };
}
