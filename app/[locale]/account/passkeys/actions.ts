"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { after } from "next/server";
import { leaveForCode } from "@/app/[locale]/account/leave-for-code";
import { leaveAtLimit } from "@/app/[locale]/leave-at-limit";
import { orUnavailable, requireSession } from "@/lib/auth/access/access-rules";
import { ensureChallengeKey, findChallengeKey } from "@/lib/auth/device/trusted-device";
import { sendDueMails } from "@/lib/auth/outbox/send-outbox";
import { readPasskeyProofs } from "@/lib/auth/passkeys/first-passkey";
import {
  addOwnPasskey,
  removeOwnPasskey,
  renameOwnPasskey,
  startAddingPasskey,
} from "@/lib/auth/passkeys/own-passkeys";
import { switchCodesOff, switchCodesOn } from "@/lib/auth/passkeys/switch-codes";
import type { LiveSession } from "@/lib/auth/session/session-store";
import { formText } from "@/lib/http/field-errors";
import type { MessageCode } from "@/lib/http/notices";
import { readVisitor } from "@/lib/http/visitor";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { passkeyNameSchema } from "@/lib/passkeys/passkeys";
import type { CodeAct } from "@/lib/step-up/sensitive-actions";

const path = "/account/passkeys";

type PasskeyOptions = Extract<Awaited<ReturnType<typeof startAddingPasskey>>, { ok: true }>["value"];

/** Leads to the form that makes a passkey, if this session has just proven itself for that; else asks for a code first. */
export async function proveBeforeAddingAction(): Promise<void> {
  const session = await requireSession(path);
  const { needsPasskey, isAddingProven } = await orUnavailable(() => readPasskeyProofs(session));
  if (isAddingProven) redirect(path);
  await leaveForProof(session, "add-passkey", needsPasskey);
}

/**
 * What the browser needs to make a passkey, or the sentence that says why there will be none. Without a fresh proof the
 * page loads anew, and asks for one.
 */
export async function newPasskeyOptionsAction(): Promise<{ options: PasskeyOptions } | { problem: string }> {
  const session = await requireSession(path);
  const challengeKey = await ensureChallengeKey();
  const started = await orUnavailable(() => startAddingPasskey(session, challengeKey));
  if (started.ok) return { options: started.value };
  if (started.error === "PROOF_NEEDED") leaveWith("PROOF_ENDED");
  return { problem: (await requestTranslations("feedback"))(started.error) };
}

/** Adds what the browser has made. Both arguments come from the page's script, and can be anything. */
export async function addPasskeyAction(name: unknown, answer: unknown): Promise<{ problem: string }> {
  const session = await requireSession(path);
  const named = passkeyNameSchema.safeParse(name);
  const feedback = await requestTranslations("feedback");
  if (!named.success) return { problem: feedback("PASSKEY_NAME_INVALID") };
  const challengeKey = await findChallengeKey();
  const visitor = readVisitor(await headers());
  const passkey = { name: named.data, answer };
  const added = await orUnavailable(() => addOwnPasskey(session, challengeKey, passkey, visitor)).catch((error) =>
    leaveAtLimit(error, path),
  );
  if (added.ok) {
    after(sendDueMails);
    leaveWith("PASSKEY_ADDED");
  }
  if (added.error === "PROOF_NEEDED") leaveWith("PROOF_ENDED");
  return { problem: feedback(added.error) };
}

/** Gives a passkey another name. */
export async function renamePasskeyAction(form: FormData): Promise<void> {
  const session = await requireSession(path);
  const named = passkeyNameSchema.safeParse(formText(form, "name"));
  if (!named.success) leaveWith("PASSKEY_NAME_INVALID");
  const passkey = { id: formText(form, "passkey"), name: named.data };
  const visitor = readVisitor(await headers());
  const isRenamed = await orUnavailable(() => renameOwnPasskey(session, passkey, visitor)).catch((error) =>
    leaveAtLimit(error, path),
  );
  if (isRenamed) leaveWith("PASSKEY_RENAMED");
  redirect(path);
}

/** Removes a passkey, if this session has just proven itself for that; else asks for a code first. */
export async function removePasskeyAction(form: FormData): Promise<void> {
  const session = await requireSession(path);
  const visitor = readVisitor(await headers());
  const removed = await orUnavailable(() => removeOwnPasskey(session, formText(form, "passkey"), visitor));
  if (removed.ok) {
    after(sendDueMails);
    leaveWith("PASSKEY_REMOVED");
  }
  if (removed.error === "LAST_PASSKEY") leaveWith("LAST_PASSKEY");
  const { needsPasskey } = await orUnavailable(() => readPasskeyProofs(session));
  await leaveForProof(session, "remove-passkey", needsPasskey);
}

/** Switches codes by mail and phone off, if a passkey has just confirmed that in this session. */
export async function switchCodesOffAction(): Promise<void> {
  const session = await requireSession(path);
  const visitor = readVisitor(await headers());
  const switched = await orUnavailable(() => switchCodesOff(session, visitor)).catch((error) =>
    leaveAtLimit(error, path),
  );
  if (!switched.ok) leaveWith("PASSKEY_PROOF_NEEDED");
  after(sendDueMails);
  leaveWith("CODES_OFF");
}

/** Switches them on again, if this session has just proven itself for that; else asks for a recovery code. */
export async function switchCodesOnAction(): Promise<void> {
  const session = await requireSession(path);
  const visitor = readVisitor(await headers());
  const switched = await orUnavailable(() => switchCodesOn(session, visitor)).catch((error) =>
    leaveAtLimit(error, path),
  );
  if (!switched.ok) return await leaveForCode(session, "switch-codes-on", path);
  after(sendDueMails);
  leaveWith("CODES_ON");
}

/** Sends a code for a change, where a code is enough for it. */
async function leaveForProof(session: LiveSession, act: CodeAct, needsPasskey: boolean): Promise<never> {
  if (needsPasskey) leaveWith("PASSKEY_PROOF_NEEDED");
  return await leaveForCode(session, act, path);
}

function leaveWith(notice: MessageCode): never {
  redirect(`${path}?notice=${notice}`);
}
