import { addAccount, defaultAccount } from "@/emulator/accounts/add-account";
import { createApp } from "@/emulator/create-app";
import { createWorld } from "@/emulator/state/world";

export type Answer = { status: number; code?: number; sid?: string; outcome?: string };

export const storyTo = "+4915112345678";
export const tenMinutesMs = 600_000;

const service = `/v2/Services/${defaultAccount.verifyServiceSid}`;
const authorization = `Basic ${btoa(`${defaultAccount.accountSid}:${defaultAccount.authToken}`)}`;

/** A code that is surely not this one. */
export function otherThan(code: string): string {
  return code === "000000" ? "111111" : "000000";
}

/** An emulator without a socket whose clock stands still: property tests start hundreds of them. */
export function startWorld() {
  const world = createWorld();
  world.state.clock.frozenAtMs = Date.parse("2026-11-23T12:00:00Z");
  addAccount(world.state, defaultAccount, world.nowMs());
  const app = createApp(world);
  world.dispatch = async (request) => app.fetch(request);
  const ask = async (path: string, form: Record<string, string>): Promise<Answer> => {
    const body = new URLSearchParams(form).toString();
    const response = await app.request(`http://127.0.0.1${service}${path}`, {
      method: "POST",
      body,
      headers: { authorization, "content-type": "application/x-www-form-urlencoded" },
    });
    const json = await response.json();
    if (response.status >= 400) return { status: response.status, code: json.code };
    return { status: response.status, sid: json.sid, outcome: json.status };
  };
  const send = () => ask("/Verifications", { To: storyTo, Channel: "sms" });
  const check = (code: string) => ask("/VerificationCheck", { To: storyTo, Code: code });
  const latestCode = () => world.state.messages.at(-1)?.code ?? "";
  const wait = (ms: number) => {
    world.state.clock.frozenAtMs = world.nowMs() + ms;
  };
  return { world, ask, send, check, latestCode, wait };
}
