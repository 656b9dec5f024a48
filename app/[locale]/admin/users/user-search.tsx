import { roleName } from "@/app/[locale]/admin/user-words";
import { SearchButton, SearchForm } from "@/components/form/search-form";
import { ReportPending } from "@/components/layout/pending-navigation";
import { ButtonLink } from "@/components/ui/button";
import { SelectField, TextField } from "@/components/ui/field";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import { roles } from "@/lib/users/roles";
import { userOrders } from "@/lib/users/user-order";
import { isFiltered, orderOf, type UserFields } from "./user-query";

const days = ["registered-from", "registered-to", "login-from", "login-to"] as const;

/** A GET form: works without scripts and can be shared. */
export async function UserSearch({ fields }: { fields: UserFields }) {
  const t = await getTranslations("adminUsers");
  const hasFilters = isFiltered({ ...fields, q: undefined });
  return (
    <search>
      <SearchForm action="/admin/users" className="grid gap-4">
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 max-w-2xl grow">
            <TextField
              name="q"
              label={t("search.label")}
              type="search"
              defaultValue={fields.q}
              autoComplete="off"
              maxLength={100}
              hint={t("search.hint")}
              dir="auto"
            />
          </div>
          <div className="min-w-0 max-sm:w-full">
            <SelectField
              name="sort"
              label={t("search.order")}
              defaultValue={orderOf(fields)}
              options={userOrders.map((order) => [order, t(`search.orders.${order}`)])}
            />
          </div>
          <SearchButton>{t("search.submit")}</SearchButton>
        </div>
        <details open={hasFilters} className="rounded-card border border-line px-4">
          <summary className="min-h-touch cursor-pointer py-2.5 font-semibold">{t("search.filters")}</summary>
          <div className="grid gap-4 pt-2 pb-5 sm:grid-cols-2 lg:grid-cols-4">
            <Choices fields={fields} />
            {days.map((day) => (
              <TextField key={day} name={day} label={t(`search.days.${day}`)} type="date" defaultValue={fields[day]} />
            ))}
            <p className="text-fine text-ink-muted sm:col-span-2 lg:col-span-4">{t("search.daysHint")}</p>
          </div>
        </details>
        {hasFilters || fields.q ? (
          <p>
            <ButtonLink href="/admin/users" variant="secondary" size="small" prefetch={false}>
              {t("showAll")}
              <ReportPending />
            </ButtonLink>
          </p>
        ) : null}
      </SearchForm>
    </search>
  );
}

async function Choices({ fields }: { fields: UserFields }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminUsers")]);
  return (
    <>
      <SelectField
        name="role"
        label={t("search.role")}
        defaultValue={fields.role}
        options={[["", t("search.anyRole")], ...roles.map((role) => [role, roleName(role, locale)] as const)]}
      />
      <SelectField
        name="status"
        label={t("search.status")}
        defaultValue={fields.status}
        options={[
          ["", t("search.statuses.any")],
          ["active", t("search.statuses.active")],
          ["disabled", t("search.statuses.disabled")],
        ]}
      />
      <SelectField
        name="passkey"
        label={t("search.passkey")}
        defaultValue={fields.passkey}
        options={[
          ["", t("search.passkeys.any")],
          ["yes", t("search.passkeys.yes")],
          ["no", t("search.passkeys.no")],
        ]}
      />
      <SelectField
        name="login"
        label={t("search.logins")}
        defaultValue={fields.login}
        options={[
          ["", t("search.anyLogin")],
          ["never", t("search.neverLoggedIn")],
        ]}
      />
    </>
  );
}
