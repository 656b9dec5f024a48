import { generateKeyPairSync, randomBytes } from "node:crypto";
import type { BrowserContext, Page } from "@playwright/test";
import { userHandle } from "@/lib/passkeys/relying-party";
import { coseKey } from "@/test/cose-key";
import { sql } from "./database";

/** Chromium's, for one page. */
export type VirtualAuthenticator = {
  credentials: () => Promise<{ isResidentCredential: boolean; rpId?: string; userName?: string }[]>;
  holdPasskeyOf: (userId: string) => Promise<void>;
};

/** A virtual device would accept the autofill offer at once. */
export async function offerNoPasskeyAtEmail(page: Page): Promise<void> {
  await page.addInitScript(() => {
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
  });
}

type Chosen = { chosen: (() => void)[] };

/** Holds the autofill offer until the test chooses it. */
export async function chooseAtEmailByHand(page: Page): Promise<(offer: number) => Promise<void>> {
  await page.addInitScript(() => {
    const chosen: (() => void)[] = [];
    Object.assign(window, { chosen });
    const get = navigator.credentials.get.bind(navigator.credentials);
    navigator.credentials.get = (options) => {
      if (options?.mediation !== "conditional") return get(options);
      const { publicKey, signal } = options;
      return new Promise((resolve, reject) => {
        signal?.addEventListener("abort", () => reject(signal.reason));
        chosen.push(() => resolve(get({ publicKey } as CredentialRequestOptions)));
      });
    };
  });
  return async (offer) => {
    const choose = await page.waitForFunction((at) => (window as unknown as Chosen).chosen.at(at), offer - 1);
    await choose.evaluate((chosen) => chosen?.());
  };
}

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
    holdPasskeyOf: async (userId) => {
      const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
      const id = randomBytes(32);
      await sql(
        `INSERT INTO "Authenticator" ("userId", "credentialID", "providerAccountId", "credentialPublicKey", "counter",
           "credentialDeviceType", "credentialBackedUp", "name")
         VALUES ($1, $2, $2, $3, 0, 'multiDevice', true, 'Laptop')`,
        [userId, id.toString("base64url"), Buffer.from(coseKey(publicKey)).toString("base64")],
      );
      const credential = {
        credentialId: id.toString("base64"),
        isResidentCredential: true,
        rpId: "localhost",
        privateKey: privateKey.export({ type: "pkcs8", format: "der" }).toString("base64"),
        userHandle: Buffer.from(userHandle(userId)).toString("base64"),
        signCount: 0,
      };
      await client.send("WebAuthn.addCredential", { authenticatorId, credential });
    },
  };
}
