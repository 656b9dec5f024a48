import { expect, test, untilScriptsListen } from "./fixtures";
import { postForm, readForms } from "./posted-forms";
import { sendRaw } from "./raw-http";
import { shop } from "./running-shop";

test.use({ expectedConsoleError: /Server Action|Minified React error/ });

test("a form of an older build comes back with a sentence and what was typed, and then works", async ({
  page,
  person,
}) => {
  await page.goto("/login");
  await page.route("**/login", async (route) => {
    const headers = await route.request().allHeaders();
    if ("next-action" in headers) headers["next-action"] = "0".repeat(42);
    await route.continue({ headers });
  });
  await untilScriptsListen(page.getByLabel("Email"));
  await page.getByLabel("Email").fill(person.email);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page.getByText("The shop was updated while this page was open")).toBeVisible();
  await expect(page.getByLabel("Email")).toHaveValue(person.email);
  await page.getByRole("button", { name: "Send code" }).click();
  await expect(page).toHaveURL(/\/otp\//);
});

test("a form of an older build, sent without JavaScript, returns with the typed text and then works", async ({
  person,
}) => {
  const [form] = readForms(await sendRaw(shop.url, { target: "/login" }), "/login");
  if (form === undefined) throw new Error("The login page has no form.");
  const old = form.fields.map(({ name, value }) => {
    if (name === "email") return { name, value: person.email };
    return { name, value: name.startsWith("$ACTION") ? value.replace(/[0-9a-f]{42}/, "0".repeat(42)) : value };
  });
  const answer = await sendRaw(shop.url, postForm("/login", old, [["Accept-Language", "es"]]));
  expect(answer.status).toBe(409);
  expect(answer.body).toContain("La tienda se actualizó");
  expect(answer.headers["content-security-policy"]).toContain("frame-ancestors 'none'");
  const [fresh] = readForms(answer, "/login");
  expect(fresh?.fields).toContainEqual({ name: "email", value: person.email });
  const sent = await sendRaw(shop.url, postForm("/login", fresh?.fields ?? []));
  expect(sent.headers.location).toContain("/otp/");
});
