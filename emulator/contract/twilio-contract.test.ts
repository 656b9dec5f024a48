import { describe, expect, test, vi } from "vitest";
import { hasSpecs } from "@/emulator/contract/patched-specs";
import { testProxy } from "@/emulator/contract/validating-proxy";
import { realTwilio, refusal } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

// The descriptions are compiled operation by operation: on a busy machine that takes longer than one test usually may.
vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const file = "twilio_verify_v2.json";

/** The operations of Verify that the emulator plays. Missing ones belong to push, TOTP, passkeys and SNA. */
const played = [
  ...["CreateService", "ListService", "FetchService", "UpdateService", "DeleteService"],
  ...["CreateVerification", "FetchVerification", "UpdateVerification", "CreateVerificationCheck"],
  ...["CreateRateLimit", "ListRateLimit", "FetchRateLimit", "UpdateRateLimit", "DeleteRateLimit"],
  ...["CreateBucket", "ListBucket", "FetchBucket", "UpdateBucket", "DeleteBucket"],
  ...["ListVerificationAttempt", "FetchVerificationAttempt", "FetchVerificationAttemptsSummary"],
  "ListVerificationTemplate",
];

describe.skipIf(!hasSpecs("the contract of Twilio Verify"))(
  "Twilio's SDK against the emulator, by Twilio's file",
  () => {
    const { emulator, control, names } = testEmulator("all tests");
    const proxy = testProxy(emulator);

    const verify = () => realTwilio(proxy.url, names).verify.v2;
    const service = () => verify().services(names.verifyServiceSid);

    test("services are created, listed, fetched, changed and deleted as described", async () => {
      const { services } = verify();
      const { sid } = await services.create({ friendlyName: "contract", codeLength: 8, lookupEnabled: false });
      expect((await services(sid).fetch()).codeLength).toBe(8);
      expect((await services(sid).update({ "totp.timeStep": 30, ttsName: "shop" })).ttsName).toBe("shop");
      expect((await services.list({ pageSize: 1 })).map((one) => one.sid)).toContain(sid);
      expect(await services(sid).remove()).toBe(true);
    });

    test("verifications are sent, sent again, fetched, checked, approved and canceled as described", async () => {
      const { verifications, verificationChecks } = service();
      const to = "contract@shop.example";
      const order = {
        to,
        channel: "email",
        locale: "de",
        rateLimits: { ip: "192.0.2.1" },
        channelConfiguration: { from_name: "Shop", substitutions: { shop_name: "Ärger & Söhne" } },
        tags: '{"cart":"1"}',
      };
      const { sid } = await verifications.create(order);
      expect((await verifications.create(order)).sendCodeAttempts).toHaveLength(2);
      expect((await verifications(sid).fetch()).to).toBe(to);
      const code = await control.latestCode(to);
      const wrong = code === "000000" ? "111111" : "000000";
      expect((await verificationChecks.create({ to, code: wrong })).valid).toBe(false);
      expect((await verificationChecks.create({ verificationSid: sid, code })).status).toBe("approved");
      for (const channel of ["sms", "whatsapp", "call"]) {
        const texts = channel === "sms" ? { templateSid: names.smsTemplateSid, riskCheck: "enable" as const } : {};
        const phone = await verifications.create({ to: "+4915112345678", channel, ...texts });
        expect((await verifications(phone.sid).update({ status: "canceled" })).status).toBe("canceled");
      }
      await verifications.create({ to, channel: "email" });
      expect((await verifications(to).update({ status: "approved" })).valid).toBe(true);
    });

    test("rate limits and buckets are created, listed, fetched, changed and deleted as described", async () => {
      const { rateLimits } = service();
      const limit = await rateLimits.create({ uniqueName: "per_visitor", description: "by address" });
      const { buckets } = rateLimits(limit.sid);
      const bucket = await buckets.create({ max: 4, interval: 60 });
      expect((await rateLimits(limit.sid).fetch()).uniqueName).toBe("per_visitor");
      expect((await rateLimits(limit.sid).update({ description: "new" })).description).toBe("new");
      expect(await rateLimits.list()).toHaveLength(1);
      expect((await buckets(bucket.sid).fetch()).interval).toBe(60);
      expect((await buckets(bucket.sid).update({ max: 5 })).max).toBe(5);
      expect(await buckets.list()).toHaveLength(1);
      expect(await buckets(bucket.sid).remove()).toBe(true);
      expect(await rateLimits(limit.sid).remove()).toBe(true);
    });

    test("attempts, their summary and the templates are read as described", async () => {
      const { verificationAttempts, verificationAttemptsSummary, templates } = verify();
      await service().verifications.create({ to: "tried@shop.example", channel: "email" });
      const dateCreatedAfter = new Date(Date.now() - 3_600_000);
      const [attempt] = await verificationAttempts.list({ dateCreatedAfter, pageSize: 1, limit: 3 });
      expect((await verificationAttempts(attempt?.sid ?? "").fetch()).channel).toBe("email");
      expect((await verificationAttemptsSummary().fetch()).totalAttempts).toBeGreaterThan(0);
      const ofService = {
        verifyServiceSid: names.verifyServiceSid,
        dateCreatedAfter,
        dateCreatedBefore: new Date(Date.now() + 60_000),
      };
      const byMail = await verificationAttemptsSummary().fetch({ ...ofService, channel: "email" });
      expect(byMail.totalAttempts).toBeGreaterThan(0);
      expect(byMail.totalConverted + byMail.totalUnconverted).toBe(byMail.totalAttempts);
      expect((await verificationAttemptsSummary().fetch({ ...ofService, channel: "rbm" })).totalAttempts).toBe(0);
      await service().verifications.create({ to: "+33612345678", channel: "sms" });
      const toFrance = { ...ofService, destinationPrefix: "+33" };
      expect((await verificationAttemptsSummary().fetch(toFrance)).totalAttempts).toBe(1);
      expect((await templates.list()).length).toBeGreaterThan(0);
    });

    test("refusals have Twilio's four fields, also where the file describes none", async () => {
      const { verifications, verificationChecks, rateLimits } = service();
      const to = "refused@shop.example";
      for (let sends = 0; sends < 5; sends++) await verifications.create({ to, channel: "email" });
      expect(await refusal(verifications.create({ to, channel: "email" }))).toEqual({ status: 429, code: 60203 });
      expect(await refusal(verificationChecks.create({ code: "123456" }))).toEqual({ status: 400, code: 60221 });
      await control.changeAccount(names.accountSid, { fraudGuardPrefixes: ["+1876"], geoBlockedPrefixes: ["+44"] });
      const text = (phone: string) => refusal(verifications.create({ to: phone, channel: "sms" }));
      expect(await text("+18765550123")).toEqual({ status: 403, code: 60410 });
      expect(await text("+447911123456")).toEqual({ status: 403, code: 60605 });
      expect(await refusal(rateLimits(`RK${"0".repeat(32)}`).fetch())).toEqual({ status: 404, code: 20404 });
    });

    test("the tests call every operation that the emulator implements, and no other", () => {
      console.info(proxy.tally(file));
      expect(proxy.covered(file)).toEqual(played.toSorted());
    });
  },
);
