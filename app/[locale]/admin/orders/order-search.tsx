import { SearchButton, SearchForm } from "@/components/form/search-form";
import { ReportPending } from "@/components/layout/pending-navigation";
import { ButtonLink } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { getTranslations } from "@/lib/i18n/page-translations";
import type { OrderFields } from "./order-query";
import { orderStates } from "./order-words";

type OrderSearchProps = { fields: OrderFields; customer: string | undefined };

/** A GET form: works without scripts and can be shared. */
export async function OrderSearch({ fields, customer }: OrderSearchProps) {
  const t = await getTranslations("adminOrders");
  return (
    <search>
      <SearchForm action="/admin/orders" className="grid gap-4">
        <div className="grid items-end gap-x-4 gap-y-4 sm:grid-cols-2 lg:grid-cols-5">
          <TextField
            name="q"
            label={t("search.label")}
            hint={t("search.hint")}
            type="search"
            defaultValue={fields.q}
            autoComplete="off"
            maxLength={320}
            dir="auto"
          />
          <TextField
            name="customer"
            label={t("search.customer")}
            hint={t("search.customerHint")}
            defaultValue={customer}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={320}
            dir="auto"
          />
          <SelectField
            name="state"
            label={t("search.state")}
            defaultValue={fields.state}
            options={[
              ["", t("search.anyState")],
              ...orderStates.map((state) => [state, t(`states.${state}`)] as const),
            ]}
          />
          <TextField name="from" label={t("search.from")} type="date" defaultValue={fields.from} />
          <TextField name="to" label={t("search.to")} type="date" defaultValue={fields.to} />
        </div>
        <div className="flex flex-wrap gap-3">
          <SearchButton>{t("search.submit")}</SearchButton>
          <ButtonLink href="/admin/orders" variant="quiet" prefetch={false}>
            {t("search.showAll")}
            <ReportPending />
          </ButtonLink>
        </div>
      </SearchForm>
    </search>
  );
}
