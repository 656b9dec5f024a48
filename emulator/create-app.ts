import { Hono } from "hono";
import { HTTPException } from "hono/http-exception";
import { addAccountRoutes, addSinkRoutes } from "@/emulator/control/account-routes";
import { allowLoopbackOnly } from "@/emulator/control/control-request";
import { addFaultRoutes, injectFaults } from "@/emulator/control/faults";
import { addJournalRoutes, keepJournal } from "@/emulator/control/journal";
import { addClockRoutes, addStateRoutes } from "@/emulator/control/state-routes";
import { addMessageRoutes } from "@/emulator/inbox/message-routes";
import { addInboxPage } from "@/emulator/inbox/page-routes";
import { addEventWebhookSettings, addTrackingSettings } from "@/emulator/sendgrid/account-settings";
import { addApiKeys } from "@/emulator/sendgrid/api-keys";
import { addMailSend } from "@/emulator/sendgrid/mail-send";
import {
  authenticateSendgrid,
  limitSendgridRequests,
  SendgridError,
  sendgridErrorBody,
} from "@/emulator/sendgrid/sendgrid-request";
import { addSuppressions } from "@/emulator/sendgrid/suppressions";
import { addTemplates, addTemplateVersions } from "@/emulator/sendgrid/templates";
import { addAuthenticatedDomains, addVerifiedSenders } from "@/emulator/sendgrid/verified-senders";
import { type EmulatorEnv, randomHex, type World } from "@/emulator/state/world";
import { addCheckoutSessions } from "@/emulator/stripe/checkout-sessions";
import { addPaymentPage } from "@/emulator/stripe/payment-page";
import { addRefunds } from "@/emulator/stripe/refunds";
import { authenticateStripe, repeatAnswers, StripeError, stripeErrorBody } from "@/emulator/stripe/stripe-request";
import { addWebhookEndpoints } from "@/emulator/stripe/webhook-endpoints";
import { addAccountResource } from "@/emulator/twilio/account-resource";
import { addAttempts } from "@/emulator/twilio/attempts";
import { addMessageTemplates } from "@/emulator/twilio/message-templates";
import { addBuckets, addRateLimits } from "@/emulator/twilio/rate-limits";
import { addServices } from "@/emulator/twilio/services";
import { authenticateTwilio, notFound, TwilioError, twilioErrorBody } from "@/emulator/twilio/twilio-request";
import { addVerificationChecks, addVerifications } from "@/emulator/twilio/verifications";

function answerError(error: Error, path: string): Response {
  if (error instanceof HTTPException) return Response.json({ message: error.message }, { status: error.status });
  if (error instanceof TwilioError)
    return Response.json(twilioErrorBody(error.code, error.message, error.status), {
      status: error.status,
      headers: error.headers,
    });
  if (error instanceof SendgridError)
    return Response.json(sendgridErrorBody({ message: error.message, field: error.field, help: error.help }), {
      status: error.status,
    });
  if (error instanceof StripeError) return Response.json(stripeErrorBody(error.problem), { status: error.status });
  console.error("The emulator itself failed:", error);
  if (path.startsWith("/v1/"))
    return Response.json(stripeErrorBody({ type: "api_error", message: "Internal error" }), { status: 500 });
  if (!path.startsWith("/v3/")) return Response.json(twilioErrorBody(20500, "Internal error", 500), { status: 500 });
  return Response.json(sendgridErrorBody({ message: "Internal error", field: null, help: null }), { status: 500 });
}

/** The vendors' APIs, the control API and the inbox as one web application. */
export function createApp(world: World): Hono<EmulatorEnv> {
  const app = new Hono<EmulatorEnv>();
  app.onError((error, context) => answerError(error, context.req.path));
  app.use(allowLoopbackOnly());
  const twilioApis = ["/v2/*", "/2010-04-01/*"];
  const apis = [...twilioApis, "/v3/*", "/v1/*"];
  // One for all APIs, so that it counts on from one to the other.
  const journal = keepJournal(world);
  for (const api of apis) app.use(api, journal);
  for (const api of twilioApis)
    app.use(api, async (context, next) => {
      await next();
      context.header("Twilio-Request-Id", `RQ${randomHex(world.state, 32)}`);
    });
  app.use("/v1/*", async (context, next) => {
    await next();
    context.header("Request-Id", `req_${randomHex(world.state, 14)}`);
  });
  for (const api of apis) app.use(api, injectFaults(world));
  for (const api of twilioApis) app.use(api, authenticateTwilio(world));
  app.use("/v3/*", authenticateSendgrid(world), limitSendgridRequests(world));
  app.use("/v1/*", authenticateStripe(world), repeatAnswers(world));

  addServices(app, world);
  addVerifications(app, world);
  addVerificationChecks(app, world);
  addRateLimits(app, world);
  addBuckets(app, world);
  addAttempts(app, world);
  addMessageTemplates(app);
  addAccountResource(app);
  for (const api of twilioApis)
    app.all(api, (context) => {
      throw notFound(context.req.path);
    });

  addMailSend(app, world);
  addTemplates(app, world);
  addTemplateVersions(app, world);
  addVerifiedSenders(app, world);
  addEventWebhookSettings(app, world);
  addAuthenticatedDomains(app);
  addApiKeys(app, world);
  addTrackingSettings(app);
  addSuppressions(app, world);
  app.all("/v3/*", () => {
    throw new SendgridError(404, "not found");
  });

  addCheckoutSessions(app, world);
  addRefunds(app, world);
  addWebhookEndpoints(app, world);
  app.all("/v1/*", (context) => {
    throw new StripeError(404, `Unrecognized request URL (${context.req.method}: ${context.req.path}).`);
  });
  addPaymentPage(app, world);

  addMessageRoutes(app, world);
  addClockRoutes(app, world);
  addFaultRoutes(app, world);
  addJournalRoutes(app, world);
  addAccountRoutes(app, world);
  addSinkRoutes(app, world);
  addStateRoutes(app, world);
  addInboxPage(app, world);
  return app;
}
