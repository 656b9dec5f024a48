import { randomBytes } from "node:crypto";
import { parse } from "node-html-parser";
import type { SoftPasskey } from "@/test/soft-passkey";
import type { Answer } from "./exact-request";
import type { Form } from "./html-form";
import { confirmByPasskey } from "./passkey-page";
import type { Browser, Headers } from "./shop-client";

type Product = { isHidden: boolean; isForMembers: boolean; stock: number };

const newPage = "/admin/products/new";

/** An admin at work, and the one product of the pack, which is hidden except while an attack needs it on the shelf. */
export class Desk {
  readonly slug = `attack-${randomBytes(6).toString("hex")}`;
  readonly name = `Attack pack ${this.slug.slice(-12)}`;
  /** In nothing that strangers get while the product is hidden or kept for members. */
  readonly secrets = [`${this.slug} description`, "765,431", "765431", "654,323", "654323"];
  private editPage: string | null = null;

  constructor(
    readonly browser: Browser,
    private readonly passkey: SoftPasskey,
  ) {}

  async confirm(act: "administer" | "export-records"): Promise<void> {
    await confirmByPasskey(this.browser, this.passkey, act);
  }

  /** The form of the product, or of a new one before there is one. */
  async openProductForm(): Promise<Form> {
    return this.editPage === null
      ? await this.browser.openForm(newPage, "Add the product")
      : await this.browser.openForm(this.editPage, "Save the product");
  }

  async submitProduct(
    form: Form,
    product: Product,
    { browser = this.browser, headers, values }: SubmitOptions = {},
  ): Promise<Answer> {
    const ticks = {
      ...(product.isHidden ? { hidden: "on" } : {}),
      ...(product.isForMembers ? { "members-only": "on" } : {}),
    };
    const fields = form.fields.filter(([name]) => name !== "hidden" && name !== "members-only");
    return await browser.submit({ ...form, fields }, { ...this.texts(product), ...ticks, ...values }, headers);
  }

  /** Adds the product, or changes it. Throws if the shop did not. */
  async setProduct(product: Product): Promise<void> {
    await this.confirm("administer");
    this.editPage ??= await this.findProduct();
    const answer = await this.submitProduct(await this.openProductForm(), product);
    if (!/notice=(?:ADDED|EDITED)$/.test(answer.location ?? "")) {
      throw new Error(`the desk did not save the product (${answer.status})`);
    }
    this.editPage ??= await this.findProduct();
  }

  /** The address where the product is edited; null if it was not added. */
  async findProduct(): Promise<string | null> {
    const links = parse((await this.browser.get("/admin/products")).body).querySelectorAll('a[href$="/edit"]');
    return links.find((link) => link.textContent.includes(this.name))?.getAttribute("href") ?? null;
  }

  async openOrderForm(number: string): Promise<Form> {
    return await this.browser.openForm(`/admin/orders/${number}/accept`, "Accept the order");
  }

  private texts({ stock }: Product): Record<string, string> {
    const [description = ""] = this.secrets;
    return {
      ...(this.editPage === null ? { slug: this.slug } : {}),
      "en-name": this.name,
      "en-tagline": "Of a security test.",
      "en-category": "Test",
      "en-description": description,
      price: "765431",
      "member-price": "654323",
      stock: String(stock),
    };
  }
}

type SubmitOptions = { browser?: Browser; headers?: Headers; values?: Record<string, string> };
