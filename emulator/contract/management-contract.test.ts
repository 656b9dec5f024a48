import { describe, expect, test, vi } from "vitest";
import { hasSpecs, managementFiles, type SpecFile } from "@/emulator/contract/patched-specs";
import { testProxy } from "@/emulator/contract/validating-proxy";
import { realSendgridClient, realTwilio } from "@/emulator/real-sdks";
import { testEmulator } from "@/emulator/test-emulator";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const played: Record<(typeof managementFiles)[number], string[]> = {
  "twilio_api_v2010.json": ["FetchAccount"],
  "tsg_api_keys_v3.json": ["CreateApiKey", "DeleteApiKey", "ListApiKey"],
  "tsg_scopes_v3.json": ["ListScope"],
  "tsg_domain_authentication_v3.json": ["GetAuthenticatedDomain", "ListAuthenticatedDomain"],
  "tsg_suppressions_v3.json": [
    ...["CreateGlobalSuppression", "GetGlobalSuppression", "ListGlobalSuppression", "DeleteGlobalSuppression"],
    ...["ListSuppressionBounces", "GetSuppressionBounces", "DeleteSuppressionBounce"],
    ...["ListSuppressionBlock", "GetSuppressionBlock", "DeleteSuppressionBlock"],
    ...["ListInvalidEmail", "GetInvalidEmail", "DeleteInvalidEmail"],
    ...["ListSpamReport", "GetSpamReport", "DeleteSpamReport"],
  ],
};

describe.skipIf(!hasSpecs("the contract of set-up", managementFiles))(
  "what set-up and doctor ask, by the files",
  () => {
    const { emulator, control, names } = testEmulator("all tests");
    const proxy = testProxy(emulator, managementFiles);

    async function call(method: "GET" | "POST" | "DELETE", url: string, body?: object) {
      const client = realSendgridClient(proxy.url, names.sendgridApiKey);
      const [response, answer] = await client.request({ method, url, ...(body === undefined ? {} : { body }) });
      return { status: response.statusCode, body: answer };
    }

    test("the account is read as described", async () => {
      const client = realTwilio(proxy.url, names);
      client.api.baseUrl = proxy.url;
      const account = await client.api.v2010.accounts(names.accountSid).fetch();
      expect([account.status, account.type]).toEqual(["active", "Full"]);
    });

    test("keys are created, listed and deleted as described, and their scopes read", async () => {
      const created = (await call("POST", "/v3/api_keys", { name: "shop", scopes: ["mail.send"] })).body;
      expect(created.api_key).toMatch(/^SG\.[\w-]{22}\.[\w-]{43}$/);
      expect((await call("GET", "/v3/scopes")).body.scopes).toContain("templates.read");
      expect((await call("GET", "/v3/api_keys")).body.result).toContainEqual({
        api_key_id: created.api_key_id,
        name: "shop",
      });
      expect((await call("DELETE", `/v3/api_keys/${created.api_key_id}`)).status).toBe(204);
    });

    test("domains are listed and fetched as described, with the records that are not found yet", async () => {
      await control.changeAccount(names.accountSid, { pendingDomains: ["pending.example"] });
      const [, pending] = (await call("GET", "/v3/whitelabel/domains")).body;
      expect(pending).toMatchObject({ domain: "pending.example", valid: false });
      expect((await call("GET", `/v3/whitelabel/domains/${pending.id}`)).body.dns.dkim1.valid).toBe(false);
    });

    test.each(["bounces", "blocks", "invalid_emails", "spam_reports"] as const)(
      "%s are listed, found by address and removed as described",
      async (kind) => {
        const email = `${kind}@shop.example`;
        await control.suppress(names.accountSid, kind, email);
        for (const path of [`/v3/suppression/${kind}`, `/v3/suppression/${kind}/${email}`])
          expect((await call("GET", path)).body).toMatchObject([{ email }]);
        expect((await call("DELETE", `/v3/suppression/${kind}/${email}`)).status).toBe(204);
        expect((await call("GET", `/v3/suppression/${kind}/${email}`)).body).toEqual([]);
      },
    );

    test("global unsubscribes are added, found by address and removed as described", async () => {
      const [path, email] = ["/v3/asm/suppressions/global", "left@shop.example"];
      await call("POST", path, { recipient_emails: [email] });
      expect((await call("GET", "/v3/suppression/unsubscribes")).body).toMatchObject([{ email }]);
      expect((await call("GET", `${path}/${email}`)).body).toEqual({ recipient_email: email });
      expect((await call("DELETE", `${path}/${email}`)).status).toBe(204);
    });

    test.each(Object.entries(played) as [SpecFile, string[]][])(
      "every operation of %s that the emulator plays has been driven, and no other",
      (file, operations) => {
        console.info(proxy.tally(file));
        expect(proxy.covered(file)).toEqual(operations.toSorted());
      },
    );
  },
);
