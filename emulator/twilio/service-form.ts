import type { Account, VerifyService } from "@/emulator/state/account";
import { type Form, optionalBoolean, optionalInteger } from "@/emulator/twilio/form";
import { invalidParameter } from "@/emulator/twilio/twilio-error";

/** Longest FriendlyName in the OpenAPI description; the page of 60200 says 30. */
const longestFriendlyName = 32;

function optionalText(form: Form, name: string, current: string | null): string | null {
  return form.has(name) ? form.get(name) || null : current;
}

/** Writes the form's fields onto the service; what the form does not name stays. */
export function applyServiceForm(account: Account, service: VerifyService, form: Form): void {
  const friendlyName = form.get("FriendlyName");
  if (friendlyName !== null) {
    if (friendlyName === "" || friendlyName.length > longestFriendlyName) throw invalidParameter("FriendlyName");
    service.friendlyName = friendlyName;
  }
  const mailerSid = form.get("MailerSid");
  if (mailerSid !== null) {
    if (mailerSid !== "" && !account.mailers.has(mailerSid)) throw invalidParameter("MailerSid");
    service.mailerSid = mailerSid || null;
  }
  service.codeLength = optionalInteger(form, "CodeLength", 4, 10) ?? service.codeLength;
  service.lookupEnabled = optionalBoolean(form, "LookupEnabled") ?? service.lookupEnabled;
  service.psd2Enabled = optionalBoolean(form, "Psd2Enabled") ?? service.psd2Enabled;
  service.skipSmsToLandlines = optionalBoolean(form, "SkipSmsToLandlines") ?? service.skipSmsToLandlines;
  service.dtmfInputRequired = optionalBoolean(form, "DtmfInputRequired") ?? service.dtmfInputRequired;
  service.ttsName = optionalText(form, "TtsName", service.ttsName);
  service.doNotShareWarningEnabled =
    optionalBoolean(form, "DoNotShareWarningEnabled") ?? service.doNotShareWarningEnabled;
  service.customCodeEnabled = optionalBoolean(form, "CustomCodeEnabled") ?? service.customCodeEnabled;
  service.defaultTemplateSid = optionalText(form, "DefaultTemplateSid", service.defaultTemplateSid);
  service.verifyEventSubscriptionEnabled =
    optionalBoolean(form, "VerifyEventSubscriptionEnabled") ?? service.verifyEventSubscriptionEnabled;
  applyExtras(service, form);
}

function applyExtras(service: VerifyService, form: Form): void {
  const { push, totp, whatsapp, passkeys } = service.extras;
  push.include_date = optionalBoolean(form, "Push.IncludeDate") ?? push.include_date;
  push.apn_credential_sid = optionalText(form, "Push.ApnCredentialSid", push.apn_credential_sid);
  push.fcm_credential_sid = optionalText(form, "Push.FcmCredentialSid", push.fcm_credential_sid);
  totp.issuer = optionalText(form, "Totp.Issuer", totp.issuer);
  totp.time_step = optionalInteger(form, "Totp.TimeStep", 20, 60) ?? totp.time_step;
  totp.code_length = optionalInteger(form, "Totp.CodeLength", 3, 8) ?? totp.code_length;
  totp.skew = optionalInteger(form, "Totp.Skew", 0, 2) ?? totp.skew;
  whatsapp.msg_service_sid = optionalText(form, "Whatsapp.MsgServiceSid", whatsapp.msg_service_sid);
  whatsapp.from = optionalText(form, "Whatsapp.From", whatsapp.from);
  const party = passkeys.relying_party;
  party.id = optionalText(form, "Passkeys.RelyingParty.Id", party.id);
  party.name = optionalText(form, "Passkeys.RelyingParty.Name", party.name);
  party.origins = form.get("Passkeys.RelyingParty.Origins")?.split(",") ?? party.origins;
  passkeys.authenticator_attachment = optionalText(
    form,
    "Passkeys.AuthenticatorAttachment",
    passkeys.authenticator_attachment,
  );
  passkeys.discoverable_credentials = optionalText(
    form,
    "Passkeys.DiscoverableCredentials",
    passkeys.discoverable_credentials,
  );
  passkeys.user_verification = optionalText(form, "Passkeys.UserVerification", passkeys.user_verification);
}
