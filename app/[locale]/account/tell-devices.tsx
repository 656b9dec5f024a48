"use client";

import { useEffect } from "react";
import { readAcceptedPasskeysAction } from "@/app/[locale]/account/passkeys/actions";

/** Tells the browser's devices, after a change, which passkeys count and what the member is called. */
export function TellDevices() {
  useEffect(() => {
    tellDevices().catch(() => {});
  }, []);
  return null;
}

/** Asks for the list now: a kept page would hide a passkey that was added since. */
async function tellDevices(): Promise<void> {
  const { sendSignal } = await import("@simplewebauthn/browser");
  const accepted = await readAcceptedPasskeysAction();
  if (accepted === null) return;
  const { rpID, userID, userName, credentialIDs: allAcceptedCredentialIDs } = accepted;
  await Promise.allSettled([
    sendSignal({ signalName: "allAcceptedCredentials", rpID, userID, allAcceptedCredentialIDs }),
    sendSignal({ signalName: "currentUserDetails", rpID, userID, userName, userDisplayName: userName }),
  ]);
}
