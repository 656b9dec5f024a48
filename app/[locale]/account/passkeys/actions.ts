"use server";

import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveForCode, memberAction } from "@/app/[locale]/account/member-action";
import { ensureChallengeKey, findChallengeKey } from "@/lib/auth/device/trusted-device";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { type AcceptedPasskeys, readAcceptedPasskeys } from "@/lib/auth/passkeys/accepted-passkeys";
import { readReauthentications } from "@/lib/auth/passkeys/first-passkey";
import {
  addOwnPasskey,
  removeOwnPasskey,
  renameOwnPasskey,
  startAddingPasskey,
} from "@/lib/auth/passkeys/own-passkeys";
import { switchCodesOff, switchCodesOn } from "@/lib/auth/passkeys/switch-codes";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { formText } from "@/lib/http/form-text";
import type { MessageCode } from "@/lib/http/notices";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { passkeyNameSchema } from "@/lib/passkeys/passkeys";
import type { CodeAction } from "@/lib/step-up/sensitive-actions";

const path = "/account/passkeys";

type PasskeyOptions = Extract<Awaited<ReturnType<typeof startAddingPasskey>>, { ok: true }>["value"];

/** Shows the form after re-authentication, else asks for a code. */
export async function reauthenticateForPasskeyAction(): Promise<void> {
  await memberAction({ back: path }, async (session) => {
    const { needsPasskey, isAddingConfirmed } = await readReauthentications(session);
    if (isAddingConfirmed) redirect(path);
    await leaveForReauthentication(session, "add-passkey", needsPasskey);
  });
}

/** The browser's options, or an error sentence. Reloads the page without re-authentication. */
export async function newPasskeyOptionsAction(): Promise<{ options: PasskeyOptions } | { problem: string }> {
  return await memberAction<{ options: PasskeyOptions } | { problem: string }>({ back: path }, async (session) => {
    const started = await startAddingPasskey(session, await ensureChallengeKey());
    if (started.ok) return { options: started.value };
    if (started.error === "REAUTHENTICATION_NEEDED") leaveWith("REAUTHENTICATION_ENDED");
    return { problem: (await requestTranslations("feedback"))(started.error) };
  });
}

/** Both arguments can be anything. */
export async function addPasskeyAction(name: unknown, answer: unknown): Promise<{ problem: string }> {
  return await memberAction({ back: path }, async (session, visitor) => {
    const named = passkeyNameSchema.safeParse(name);
    const feedback = await requestTranslations("feedback");
    if (!named.success) return { problem: feedback("PASSKEY_NAME_INVALID") };
    const passkey = { name: named.data, answer };
    const added = await addOwnPasskey(session, await findChallengeKey(), passkey, visitor);
    if (added.ok) {
      after(sendDueMails);
      leaveWith("PASSKEY_ADDED");
    }
    if (added.error === "REAUTHENTICATION_NEEDED") leaveWith("REAUTHENTICATION_ENDED");
    return { problem: feedback(added.error) };
  });
}

export async function renamePasskeyAction(form: FormData): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const named = passkeyNameSchema.safeParse(formText(form, "name"));
    if (!named.success) leaveWith("PASSKEY_NAME_INVALID");
    const passkey = { id: formText(form, "passkey"), name: named.data };
    if (await renameOwnPasskey(session, passkey, visitor)) leaveWith("PASSKEY_RENAMED");
    redirect(path);
  });
}

/** Removes it after re-authentication, else asks for a code. */
export async function removePasskeyAction(form: FormData): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const removed = await removeOwnPasskey(session, formText(form, "passkey"), visitor);
    if (removed.ok) {
      after(sendDueMails);
      leaveWith("PASSKEY_REMOVED");
    }
    if (removed.error === "LAST_PASSKEY") leaveWith("LAST_PASSKEY");
    const { needsPasskey } = await readReauthentications(session);
    await leaveForReauthentication(session, "remove-passkey", needsPasskey);
  });
}

/** For the member's devices, after a change. */
export async function readAcceptedPasskeysAction(): Promise<AcceptedPasskeys | null> {
  return await memberAction({ back: path }, readAcceptedPasskeys);
}

/** Takes a passkey's re-authentication. */
export async function switchCodesOffAction(): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const switched = await switchCodesOff(session, visitor);
    if (!switched.ok) leaveWith("PASSKEY_STEP_UP_NEEDED");
    after(sendDueMails);
    leaveWith("CODES_OFF");
  });
}

/** Takes re-authentication, else asks for a recovery code. */
export async function switchCodesOnAction(): Promise<void> {
  await memberAction({ back: path }, async (session, visitor) => {
    const switched = await switchCodesOn(session, visitor);
    if (!switched.ok) return await leaveForCode(session, "switch-codes-on", path);
    after(sendDueMails);
    leaveWith("CODES_ON");
  });
}

async function leaveForReauthentication(session: LiveSession, act: CodeAction, needsPasskey: boolean): Promise<never> {
  if (needsPasskey) leaveWith("PASSKEY_STEP_UP_NEEDED");
  return await leaveForCode(session, act, path);
}

function leaveWith(notice: MessageCode): never {
  redirect(`${path}?notice=${notice}`);
}
