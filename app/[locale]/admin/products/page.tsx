import type { Metadata } from "next";
import { AdminNav } from "@/app/[locale]/admin/admin-nav";
import { EmptyState } from "@/components/layout/empty-state";
import { PageHeading } from "@/components/layout/page-heading";
import { PageNotice } from "@/components/layout/page-notice";
import { PageShell } from "@/components/layout/page-shell";
import { ReportPending } from "@/components/layout/pending-navigation";
import { ProductArt } from "@/components/product-art/product-art";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, wrappingCell } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { listStaffProducts, type StaffProduct } from "@/lib/admin/products/list-products";
import { orUnavailable, requireStaff } from "@/lib/auth/access/access-rules";
import { writeMoney } from "@/lib/i18n/format";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("adminProducts"))("title") };
}

type ProductsPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function ProductsPage({ searchParams }: ProductsPageProps) {
  const { user: reader } = await requireStaff("/admin/products");
  const [locale, t, { notice }] = await Promise.all([getLocale(), getTranslations("adminProducts"), searchParams]);
  const products = await orUnavailable(() => listStaffProducts(locale));
  const canEdit = reader.role === "ADMIN";
  return (
    <PageShell>
      <AdminNav current="/admin/products" />
      <PageHeading
        title={t("title")}
        lead={t("lead", { count: products.length })}
        actions={
          canEdit ? (
            <ButtonLink href="/admin/products/new" size="small" prefetch={false}>
              {t("add")}
            </ButtonLink>
          ) : null
        }
      />
      <PageNotice tone="success" className="mb-8">
        {notice === "ADDED" || notice === "EDITED" ? t(`notices.${notice}`) : null}
      </PageNotice>
      {products.length === 0 ? (
        <EmptyState title={t("empty")}>{t("emptyLead")}</EmptyState>
      ) : (
        <ProductTable products={products} canEdit={canEdit} />
      )}
    </PageShell>
  );
}

async function ProductTable({ products, canEdit }: { products: StaffProduct[]; canEdit: boolean }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminProducts")]);
  return (
    <Table label={t("title")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("table.product")}</TableHeader>
          <TableHeader>{t("table.number")}</TableHeader>
          <TableHeader>{t("table.price")}</TableHeader>
          <TableHeader>{t("table.memberPrice")}</TableHeader>
          <TableHeader>{t("table.stock")}</TableHeader>
          <TableHeader>{t("table.state")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {products.map((product) => (
          <TableRow key={product.id}>
            <TableHeader scope="row" className={wrappingCell}>
              <span className="flex items-center gap-3">
                <ProductArt art={product.art} className="w-12 shrink-0 rounded-plate max-sm:hidden" />
                <ProductName product={product} canEdit={canEdit} />
              </span>
            </TableHeader>
            <TableCell className="tabular-nums">{product.number}</TableCell>
            <TableCell className="tabular-nums">{writeMoney(product.priceCents, locale)}</TableCell>
            <TableCell className="tabular-nums">{writeMoney(product.memberPriceCents, locale)}</TableCell>
            <TableCell className="tabular-nums">
              {product.stock === null ? <span className="text-ink-muted">{t("table.notCounted")}</span> : product.stock}
            </TableCell>
            <TableCell>
              <ProductState product={product} />
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

/** Staff who may not edit it look at it in the shop. */
function ProductName({ product: { id, slug, name, isHidden }, canEdit }: { product: StaffProduct; canEdit: boolean }) {
  if (!canEdit && isHidden) return <bdi>{name}</bdi>;
  return (
    <TextLink href={canEdit ? `/admin/products/${id}/edit` : `/products/${slug}`} prefetch={false}>
      <bdi>{name}</bdi>
      <ReportPending />
    </TextLink>
  );
}

async function ProductState({ product: { isHidden, isMembersOnly, stock } }: { product: StaffProduct }) {
  const t = await getTranslations("adminProducts");
  return (
    <span className="flex flex-wrap gap-2">
      {isHidden ? <Badge tone="warning">{t("states.hidden")}</Badge> : null}
      {stock === 0 ? <Badge tone="danger">{t("states.soldOut")}</Badge> : null}
      {isHidden || stock === 0 ? null : <Badge tone="success">{t("states.onSale")}</Badge>}
      {isMembersOnly ? <Badge tone="info">{t("states.membersOnly")}</Badge> : null}
    </span>
  );
}
