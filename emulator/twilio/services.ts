import type { Context, Hono } from "hono";
import { newService } from "@/emulator/accounts/add-account";
import type { Account, VerifyService } from "@/emulator/state/account";
import { type EmulatorEnv, isoSeconds, newSid, type World } from "@/emulator/state/world";
import {
  type Form,
  invalidParameter,
  metaPage,
  notFound,
  optionalBoolean,
  optionalInteger,
  readForm,
  required,
  twilioResource,
} from "./twilio-request";

/** The service named in the path, or 404 with code 20404. */
export function requireService(context: Context<EmulatorEnv>): VerifyService {
  const service = context.var.account.services.get(context.req.param("ServiceSid") ?? "");
  if (service === undefined) throw notFound(context.req.path);
  return service;
}

/** Verify Services. @see https://www.twilio.com/docs/verify/api/service */
export function addServices(app: Hono<EmulatorEnv>, world: World): void {
  twilioResource(app, "/v2/Services", {
    GET: (context) => {
      const { account } = context.var;
      const views = [...account.services.values()].map((service) => serviceView(account, service));
      return context.json(metaPage(context, "services", views));
    },
    POST: async (context) => {
      const { account } = context.var;
      const form = await readForm(context);
      const service = newService(newSid(world.state, "VA"), required(form, "FriendlyName"), world.nowMs());
      applyServiceForm(account, service, form);
      account.services.set(service.sid, service);
      return context.json(serviceView(account, service), 201);
    },
  });
  twilioResource(app, "/v2/Services/:ServiceSid", {
    GET: (context) => context.json(serviceView(context.var.account, requireService(context))),
    POST: async (context) => {
      const form = await readForm(context);
      const service = requireService(context);
      applyServiceForm(context.var.account, service, form);
      service.updatedAtMs = world.nowMs();
      return context.json(serviceView(context.var.account, service));
    },
    DELETE: (context) => {
      const { account } = context.var;
      const service = requireService(context);
      account.services.delete(service.sid);
      for (const [key, sid] of account.liveVerifications)
        if (account.verifications.get(sid)?.serviceSid === service.sid) account.liveVerifications.delete(key);
      return context.body(null, 204);
    },
  });
}

/** Longest FriendlyName in the OpenAPI description; the page of 60200 says 30. */
const longestFriendlyName = 32;

function optionalText(form: Form, name: string, current: string | null): string | null {
  return form.has(name) ? form.get(name) || null : current;
}

/** Writes the form's fields onto the service; what the form does not name stays. */
function applyServiceForm(account: Account, service: VerifyService, form: Form): void {
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

export const verifyOrigin = "https://verify.twilio.com";

/** A service as the API shows it: 19 keys. @see https://www.twilio.com/docs/verify/api/service */
function serviceView(account: Account, service: VerifyService): Record<string, unknown> {
  const url = `${verifyOrigin}/v2/Services/${service.sid}`;
  return {
    sid: service.sid,
    account_sid: account.sid,
    friendly_name: service.friendlyName,
    code_length: service.codeLength,
    lookup_enabled: service.lookupEnabled,
    psd2_enabled: service.psd2Enabled,
    skip_sms_to_landlines: service.skipSmsToLandlines,
    dtmf_input_required: service.dtmfInputRequired,
    tts_name: service.ttsName,
    do_not_share_warning_enabled: service.doNotShareWarningEnabled,
    custom_code_enabled: service.customCodeEnabled,
    ...service.extras,
    default_template_sid: service.defaultTemplateSid,
    verify_event_subscription_enabled: service.verifyEventSubscriptionEnabled,
    date_created: isoSeconds(service.createdAtMs),
    date_updated: isoSeconds(service.updatedAtMs),
    url,
    links: {
      verification_checks: `${url}/VerificationCheck`,
      verifications: `${url}/Verifications`,
      rate_limits: `${url}/RateLimits`,
      messaging_configurations: `${url}/MessagingConfigurations`,
      entities: `${url}/Entities`,
      webhooks: `${url}/Webhooks`,
      access_tokens: `${url}/AccessTokens`,
    },
  };
}
