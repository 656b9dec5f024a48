"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { remakeProductPages } from "@/app/[locale]/(shop)/remake-pages";
import { type ChangeState, runChange } from "@/app/[locale]/admin/_change/run-change";
import { addProduct, editProduct } from "@/lib/admin/products/change-product";
import { requireAdmin } from "@/lib/auth/access/access-rules";
import { formText } from "@/lib/http/form-text";
import { requestTranslations } from "@/lib/i18n/request-translations";
import { fail } from "@/lib/result";
import { readProduct } from "./read-product";

const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(80);

export async function addProductAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  await requireAdmin("/admin/products/new");
  const read = await readProduct(form);
  if ("state" in read) return read.state;
  const { values, product } = read;
  const slug = slugSchema.safeParse(values.slug);
  if (!slug.success) return { values, errors: { slug: (await requestTranslations("adminProducts"))("errors.slug") } };
  if (form.has("preview")) return { values, isPreview: true };
  const added = await runChange("/admin/products/new", (admin) => addProduct(admin, slug.data, product));
  if (!added.ok) return { ...added.state, values };
  remakeProductPages();
  redirect("/admin/products?notice=ADDED");
}

const seenSchema = z.object({
  id: z.uuid(),
  updatedAt: z.iso.datetime().transform((text) => new Date(text)),
  stock: z.union([z.literal("").transform(() => null), z.coerce.number().int().nonnegative()]),
});

export async function editProductAction(_previous: ChangeState, form: FormData): Promise<ChangeState> {
  const seen = seenSchema.safeParse({
    id: formText(form, "product"),
    updatedAt: formText(form, "updated-at"),
    stock: formText(form, "seen-stock"),
  });
  const path = seen.success ? `/admin/products/${seen.data.id}/edit` : "/admin/products";
  await requireAdmin(path);
  const read = await readProduct(form);
  if ("state" in read) return read.state;
  const { values, product } = read;
  if (form.has("preview")) return { values, isPreview: true };
  const edited = await runChange(path, async (admin) =>
    seen.success ? await editProduct(admin, seen.data.id, seen.data, product) : fail("PRODUCT_GONE"),
  );
  if (!edited.ok) return { ...edited.state, values };
  remakeProductPages();
  redirect("/admin/products?notice=EDITED");
}
