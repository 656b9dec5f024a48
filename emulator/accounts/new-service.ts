import type { VerifyService } from "@/emulator/state/account";

const tenMinutesMs = 10 * 60_000;

/** A service with Twilio's defaults. @see https://www.twilio.com/docs/verify/api/service */
export function newService(sid: string, friendlyName: string, nowMs: number): VerifyService {
  return {
    sid,
    friendlyName,
    codeLength: 6,
    lookupEnabled: false,
    psd2Enabled: false,
    skipSmsToLandlines: false,
    dtmfInputRequired: true,
    ttsName: null,
    doNotShareWarningEnabled: false,
    customCodeEnabled: false,
    defaultTemplateSid: null,
    verifyEventSubscriptionEnabled: false,
    extras: {
      push: { include_date: false, apn_credential_sid: null, fcm_credential_sid: null },
      totp: { issuer: null, time_step: null, code_length: null, skew: null },
      whatsapp: { msg_service_sid: null, from: null },
      passkeys: {
        relying_party: { id: null, name: null, origins: null },
        authenticator_attachment: null,
        discoverable_credentials: null,
        user_verification: null,
      },
    },
    createdAtMs: nowMs,
    updatedAtMs: nowMs,
    mailerSid: null,
    disabledChannels: [],
    codeLifetimeMs: tenMinutesMs,
  };
}
