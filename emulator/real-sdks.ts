import sharedClient from "@sendgrid/client";
import sharedMail from "@sendgrid/mail";
import Stripe from "stripe";
import twilio from "twilio";
import { defaultAccount } from "@/emulator/accounts/add-account";

// The packages export one shared instance and their types hide the classes; tests want instances of their own.
const Client = sharedClient.constructor as new () => typeof sharedClient;
const MailService = sharedMail.constructor as new () => typeof sharedMail;

type Names = { [Name in keyof typeof defaultAccount]: string };

/** Twilio's own SDK with nothing changed but the base URL. */
export function realTwilio(url: string, names: Names = defaultAccount) {
  const client = twilio(names.accountSid, names.authToken);
  client.verify.baseUrl = url;
  return client;
}

/** The Verify service of the account, through Twilio's own SDK. */
export function realVerify(url: string, names: Names = defaultAccount) {
  return realTwilio(url, names).verify.v2.services(names.verifyServiceSid);
}

/** SendGrid's own client with nothing changed but the base URL, which `setApiKey` would reset. */
export function realSendgridClient(url: string, apiKey: string = defaultAccount.sendgridApiKey): typeof sharedClient {
  const client = new Client();
  client.setApiKey(apiKey);
  client.setDefaultRequest("baseUrl", url);
  return client;
}

/** SendGrid's own mail service on such a client. */
export function realSendgrid(url: string, apiKey?: string): typeof sharedMail {
  const mail = new MailService();
  mail.setClient(realSendgridClient(url, apiKey));
  return mail;
}

/** Stripe's own SDK with nothing changed but the address. */
export function realStripe(url: string, secretKey: string = defaultAccount.stripeSecretKey): Stripe {
  const { hostname, port } = new URL(url);
  return new Stripe(secretKey, { protocol: "http", host: hostname, port, maxNetworkRetries: 0, telemetry: false });
}

/** What an SDK threw, reduced to what its caller can tell apart; undefined if it threw nothing. */
export async function refusal(promise: Promise<unknown>): Promise<{ status: number; code: number } | undefined> {
  try {
    await promise;
    return undefined;
  } catch (error) {
    if (!(error instanceof twilio.RestException)) throw error;
    return { status: error.status, code: error.code ?? 0 };
  }
}
