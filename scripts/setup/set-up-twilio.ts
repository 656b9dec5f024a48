import { SetupProblem } from "@/scripts/processes/setup-problem";
import type { openTwilioAccount, ServiceForm, VerifyService } from "@/scripts/providers/twilio-account";
import { act, type SetupRun } from "./setup-step";

type TwilioAccount = ReturnType<typeof openTwilioAccount>;

export const emailIntegrationPage = "https://console.twilio.com/us1/develop/verify/settings/email";
const geoPermissionsPage = "https://console.twilio.com/us1/develop/verify/settings/geopermissions";

/** The shop's forms take six digits: lib/auth/challenge. */
const codeLength = 6;
/** twilio.com/docs/verify/api/service */
export const longestServiceName = 30;

const roles = [
  ["TWILIO_VERIFY_SERVICE_SID", "Verify service"],
  ["TWILIO_TRUSTED_VERIFY_SERVICE_SID", "Verify service for trusted devices"],
] as const;
type ServiceVariable = (typeof roles)[number][0];

/** Creates or finds both Verify services and brings them to what the shop needs. */
export async function setUpTwilio(run: SetupRun, twilio: TwilioAccount, services: VerifyService[]): Promise<void> {
  const known = [...services];
  for (const [variable, step] of roles) {
    const service = findService(run, variable, known) ?? (await createService(run, step, twilio));
    if (service === null) continue;
    if (!known.includes(service)) known.push(service);
    else await adjustService(run, step, twilio, service);
    settleAccount(run, service);
    run.env.save(variable, service.sid);
  }
  leavePhoneSettings(run);
}

/** Services may share their name, since people read it: the one that the other role has is left out. */
function findService({ env, shopName }: SetupRun, variable: ServiceVariable, services: VerifyService[]) {
  const wanted = env.find(variable);
  if (wanted === undefined) {
    const others = roles.map(([name]) => name).filter((name) => name !== variable);
    const taken = others.map((name) => env.find(name));
    return services.find((service) => service.friendly_name === shopName && !taken.includes(service.sid));
  }
  const service = services.find(({ sid }) => sid === wanted);
  if (service !== undefined) return service;
  throw new SetupProblem(
    `${variable} names a service that this Twilio account does not have. Correct it in .env, or run this again with --replace=${variable}.`,
  );
}

function wantedFields(run: SetupRun): ServiceForm {
  const hasPhones = Boolean(run.env.input("SMS_COUNTRIES"));
  return {
    CodeLength: String(codeLength),
    ...(hasPhones ? { LookupEnabled: "true", SkipSmsToLandlines: "true", DtmfInputRequired: "true" } : {}),
  };
}

async function createService(run: SetupRun, step: string, twilio: TwilioAccount): Promise<VerifyService | null> {
  const form = { FriendlyName: run.shopName, ...wantedFields(run) };
  const report = { step, outcome: "created", detail: `"${run.shopName}", codes of ${codeLength} digits` } as const;
  return act(run, report, () => twilio.createService(form));
}

async function adjustService(run: SetupRun, step: string, twilio: TwilioAccount, service: VerifyService) {
  const present: ServiceForm = {
    CodeLength: String(service.code_length),
    LookupEnabled: String(service.lookup_enabled),
    SkipSmsToLandlines: String(service.skip_sms_to_landlines),
    DtmfInputRequired: String(service.dtmf_input_required),
  };
  const changes = Object.entries(wantedFields(run)).filter(([name, value]) => present[name] !== value);
  if (changes.length === 0) {
    run.tell({ step, outcome: "found", detail: service.sid });
    return;
  }
  const detail = `${service.sid}: ${changes.map(([name, value]) => `${name} ${present[name]} to ${value}`).join(", ")}`;
  await act(run, { step, outcome: "changed", detail }, () =>
    twilio.updateService(service.sid, Object.fromEntries(changes)),
  );
}

/** An API key does not say whose it is; its services do. */
export function settleAccount({ env }: SetupRun, { account_sid }: VerifyService): void {
  const given = env.input("TWILIO_ACCOUNT_SID");
  if (given !== undefined && given !== account_sid)
    throw new SetupProblem(
      "TWILIO_ACCOUNT_SID names another account than the API key. Correct it in .env, or run this again with --replace=TWILIO_ACCOUNT_SID.",
    );
  env.save("TWILIO_ACCOUNT_SID", account_sid);
}

function leavePhoneSettings({ env, leave }: SetupRun): void {
  const countries = env.input("SMS_COUNTRIES");
  if (!countries) return;
  const channels = env.input("LOGIN_CHANNELS") || "sms";
  leave(`Open ${geoPermissionsPage} and allow ${countries}, and no other country. Twilio has no API for it.`);
  leave(`Open each Verify service in Twilio's console, and switch on: ${channels}, with Fraud Guard for SMS.`);
}
