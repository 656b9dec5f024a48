import { devices, type Page } from "@playwright/test";
import { defaultAccount } from "@/emulator/accounts/add-account";
import { realSendgrid, realVerify, refusal } from "@/emulator/real-sdks";
import { expectNoViolations } from "./expect-no-violations";
import { expect, newPerson, test, wrongCode } from "./fixtures";
import { inbox } from "./running-shop";

// Other tests use the same emulator meanwhile: time and faults concern this test's own address, never everyone.

const emulatorUrl = process.env.EMULATOR_URL ?? "";
const { verifications, verificationChecks } = realVerify(emulatorUrl);

function send(to: string) {
  return verifications.create({ to, channel: "email" });
}

/** Opens the inbox with an address's messages, and waits until it would hear of a new one. */
async function openInbox(page: Page, to: string): Promise<void> {
  const listening = page.waitForResponse("**/emulator/events");
  await page.goto(`${emulatorUrl}/?search=${encodeURIComponent(to)}`);
  await listening;
}

async function openMessage(page: Page, to: string): Promise<void> {
  await openInbox(page, to);
  await page.getByRole("navigation", { name: "Messages" }).getByRole("link").first().click();
  await expect(page.getByRole("article").getByText(to).first()).toBeVisible();
}

async function openControlsFor(page: Page, to: string): Promise<void> {
  await page.getByRole("button", { name: "Time and faults" }).click();
  await page.getByRole("button", { name: `Only ${to}` }).click();
  await expect(page.getByRole("button", { name: `Only ${to}` })).toHaveAttribute("aria-pressed", "true");
}

/** From outside, for no script may run in the mail's own frame. */
function textOfMail(page: Page): Promise<string> {
  return page.evaluate(() => document.querySelector("iframe")?.contentDocument?.body?.textContent ?? "");
}

const phone = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true };

for (const [device, use] of [
  ["desktop", { viewport: devices["Desktop Chrome"].viewport }],
  ["phone", phone],
] as const) {
  test.describe(`the emulator's inbox on a ${device}`, () => {
    test.use(use);

    test("a message appears without a reload, and one click copies its code", async ({ page, context, person }) => {
      await context.grantPermissions(["clipboard-read", "clipboard-write"]);
      await openInbox(page, person.email);
      const rows = page.getByRole("navigation", { name: "Messages" }).getByRole("link");
      await expect(rows).toHaveCount(0);
      await send(person.email);
      await rows.first().click();
      await page.getByRole("button", { name: "Copy the code" }).click();
      await expect(page.getByText("Copied", { exact: true })).toBeVisible();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await inbox.latestCode(person.email));
    });

    test("a link in a mail can be opened and copied from the top", async ({ page, person }) => {
      const link = "https://shop.example/account?from=mail&step=2";
      const from = defaultAccount.fromEmail;
      await realSendgrid(emulatorUrl).send({ to: person.email, from, subject: "Hello", text: `Look: ${link}.` });
      await openMessage(page, person.email);
      await expect(page.getByRole("link", { name: link })).toHaveAttribute("href", link);
      await expect(page.getByRole("button", { name: `Copy the link ${link}` })).toBeVisible();
    });

    test("a mail is shown as a page, as text, with its headers, and with the providers' log", async ({
      page,
      person,
    }) => {
      await send(person.email);
      const code = await inbox.latestCode(person.email);
      await openMessage(page, person.email);
      const panel = page.getByRole("tabpanel");
      await expect.poll(() => textOfMail(page)).toContain(code);
      await page.getByRole("tab", { name: "Plain text" }).click();
      await expect(panel.getByText(`verification code is: ${code}`)).toBeVisible();
      await page.getByRole("tab", { name: "Plain text" }).press("ArrowRight");
      await expect(page.getByRole("tab", { name: "Headers" })).toBeFocused();
      for (const words of ["Message-ID", "Subject", defaultAccount.fromEmail])
        await expect(panel.getByText(words).first()).toBeVisible();
      await page.getByRole("tab", { name: "Log" }).click();
      await expect(panel.getByText("POST /v3/mail/send")).toBeVisible();
      await expect(panel.getByText(/^RQ[0-9a-f]{32}$/)).toBeVisible();
      await expect(panel.getByText("delivered", { exact: true })).toBeVisible();
      await expect(panel).not.toContainText(code);
    });

    test("the timeline shows the life of a code as it happens, up to its approval", async ({ page, person }) => {
      const to = person.email;
      await send(to);
      await openMessage(page, to);
      const life = page.getByRole("region", { name: "The code's life" });
      await expect(life).toContainText("Code sent");
      const code = await inbox.latestCode(to);
      await verificationChecks.create({ to, code: wrongCode(code) });
      await expect(life).toContainText("A wrong code was tried");
      await expect(life).toContainText("1 of 5 tries");
      await verificationChecks.create({ to, code });
      await expect(life).toContainText("The right code was given");
      await expect(life).toContainText("Approved");
    });

    test("the clock's buttons expire the code of one address only", async ({ page, person }) => {
      const to = person.email;
      const other = newPerson().email;
      await send(to);
      await send(other);
      const [code, otherCode] = [await inbox.latestCode(to), await inbox.latestCode(other)];
      await openMessage(page, to);
      await openControlsFor(page, to);
      await page.getByRole("button", { name: "Skip 10 minutes" }).click();
      await expect(page.getByRole("region", { name: "The code's life" })).toContainText("The code ran out");
      expect(await refusal(verificationChecks.create({ to, code }))).toEqual({ status: 404, code: 20404 });
      expect((await verificationChecks.create({ to: other, code: otherCode })).status).toBe("approved");
    });

    test("a fault's button makes messages to one address fail until it is pressed again", async ({ page, person }) => {
      const to = person.email;
      await send(to);
      await openMessage(page, to);
      await openControlsFor(page, to);
      const fault = page.getByRole("button", { name: "Twilio is down" });
      await fault.click();
      await expect(fault).toHaveAttribute("aria-pressed", "true");
      expect(await refusal(send(to))).toEqual({ status: 503, code: 20503 });
      await expect(fault).toContainText("1×");
      await page.getByRole("tab", { name: "Log" }).click();
      await expect(page.getByRole("tabpanel")).toContainText("by a fault rule");
      await fault.click();
      await expect(fault).toHaveAttribute("aria-pressed", "false");
      expect(await refusal(send(to))).toBeUndefined();
    });

    test.describe("for everyone", () => {
      // axe tries every frame; that the mail's own refuses it is what the sandbox is for.
      test.use({ expectedConsoleError: /^Blocked script execution in '[^']*\/emulator\/messages\/[^']*'/ });

      for (const colorScheme of ["light", "dark"] as const)
        test(`every view is accessible in ${colorScheme} and fits the screen`, async ({ page, person }) => {
          test.slow();
          await page.emulateMedia({ colorScheme });
          await send(person.email);
          await openMessage(page, person.email);
          await openControlsFor(page, person.email);
          for (const name of ["Page", "Plain text", "Headers", "Log"]) {
            await page.getByRole("tab", { name }).click();
            await expectNoViolations(page);
            const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
            expect(overflow, name).toBeLessThanOrEqual(0);
          }
        });
    });
  });
}

test.describe("the emulator's inbox on a phone", () => {
  test.use(phone);

  test("a message fills the screen and links back to the list", async ({ page, person }) => {
    await send(person.email);
    await openMessage(page, person.email);
    const list = page.getByRole("navigation", { name: "Messages" });
    await expect(list).toBeHidden();
    await page.getByRole("link", { name: "All messages" }).click();
    await expect(list).toBeVisible();
    await expect(page.getByRole("article")).toBeHidden();
  });
});
