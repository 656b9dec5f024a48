import { headers } from "next/headers";
import { type BotCheckRequest, botCheckField, waitTokenField } from "@/lib/bot-check/bot-check-request";
import { chooseProvider } from "@/lib/bot-check/choose-provider";
import type { BotCheckBearer, BotCheckPurpose } from "@/lib/bot-check/provider";
import { issueWaitToken, redeemWaitToken, waitSeconds } from "@/lib/bot-check/wait-token";
import { formText } from "@/lib/http/form-text";
import { readVisitor, type Visitor } from "@/lib/http/visitor";
import { ensureChallengeKey, findTrustedDeviceKey } from "./trusted-device";

export type AskingBrowser = {
  challengeKey: string;
  trustedKey: string | null;
  visitor: Visitor;
  askForBotCheck: AskForBotCheck;
};

export type AskForBotCheck = () => Promise<BotCheckRequest | null>;

export async function readAskingBrowser(form: FormData, purpose: BotCheckPurpose): Promise<AskingBrowser> {
  const visitor = readVisitor(await headers());
  const challengeKey = await ensureChallengeKey();
  return {
    challengeKey,
    trustedKey: await findTrustedDeviceKey(),
    visitor,
    askForBotCheck: readBotCheckOf(form, { purpose, browserKey: challengeKey, ip: visitor.ip }),
  };
}

/** Judges a form's bot check once: it is spent by use, and several limits may ask. */
export function readBotCheckOf(form: FormData, bearer: BotCheckBearer): AskForBotCheck {
  let asked: Promise<BotCheckRequest | null> | undefined;
  return () => {
    asked ??= askForBotCheck(form, bearer);
    return asked;
  };
}

/** Turnstile tokens have up to 2,048 characters, ours about 600. */
const longestBotCheck = 4_096;

/** Null if the form passes the bot check (R19), else the task to show. Throws LimitsUnavailable. */
export async function askForBotCheck(form: FormData, bearer: BotCheckBearer): Promise<BotCheckRequest | null> {
  const provider = chooseProvider();
  const response = formText(form, botCheckField, longestBotCheck);
  if (response !== "" && (await provider.verify(response, bearer)).ok) return null;

  const token = formText(form, waitTokenField);
  const waited = token === "" ? null : await redeemWaitToken(token, bearer);
  if (waited?.state === "accepted") return null;

  const task = await provider.issue(bearer);
  // Coming early does not restart the wait.
  if (waited?.state === "early") return { task, waitToken: token, waitSeconds: waited.secondsLeft };
  const freeInSeconds = waited?.state === "crowded" ? waited.secondsLeft : 0;
  return { task, waitToken: issueWaitToken(bearer), waitSeconds: Math.max(waitSeconds, freeInSeconds) };
}
