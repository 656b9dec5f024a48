import type { Measure } from "@/bench/harness/load";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { startEmulator } from "@/emulator/start-emulator";

const pairs = 2_000;
const workers = 16;

const service = `/v2/Services/${defaultAccount.verifyServiceSid}`;
const authorization = `Basic ${Buffer.from(`${defaultAccount.accountSid}:${defaultAccount.authToken}`).toString("base64")}`;

export const emulatorPairs: Measure = async () => {
  const emulator = await startEmulator();
  try {
    await measureEmulatorPairs(emulator.url, "warm");
    const rate = await measureEmulatorPairs(emulator.url, "measured");
    return [`The emulator, one process: ${rate.toFixed(0)} codes sent, read and approved a second.`];
  } finally {
    await emulator.close();
  }
};

/** Codes sent and approved per second, over HTTP. The client shares the emulator's cores. */
async function measureEmulatorPairs(emulatorUrl: string, round: string): Promise<number> {
  const startedAt = performance.now();
  let next = 0;
  await Promise.all(
    Array.from({ length: workers }, async () => {
      while (next < pairs) await sendAndApprove(emulatorUrl, `${round}${next++}@bench.example`);
    }),
  );
  return pairs / ((performance.now() - startedAt) / 1_000);
}

async function sendAndApprove(url: string, to: string): Promise<void> {
  const { sid } = await post(`${url}${service}/Verifications`, { To: to, Channel: "email" });
  const inbox = await fetch(`${url}/emulator/messages/latest-code?to=${encodeURIComponent(to)}`);
  const { code } = (await inbox.json()) as { code: string };
  const { status } = await post(`${url}${service}/VerificationCheck`, { VerificationSid: sid, Code: code });
  if (status !== "approved") throw new Error(`The emulator answered ${status} to the right code.`);
}

async function post(url: string, fields: Record<string, string>): Promise<{ sid: string; status: string }> {
  const answer = await fetch(url, { method: "POST", headers: { authorization }, body: new URLSearchParams(fields) });
  if (!answer.ok) throw new Error(`${url} answered ${answer.status}.`);
  return (await answer.json()) as { sid: string; status: string };
}
