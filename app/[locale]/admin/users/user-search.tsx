import { SearchButton, SearchForm } from "@/components/form/search-form";
import { ReportPending } from "@/components/layout/pending-navigation";
import { ButtonLink } from "@/components/ui/button-link";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { isFiltered, orderOf, type UserFields } from "./user-query";

const choices = {
  role: [
    ["", "Any role"],
    ["CUSTOMER", "Customer"],
    ["STAFF", "Staff"],
    ["ADMIN", "Admin"],
  ],
  status: [
    ["", "Any status"],
    ["active", "Active"],
    ["disabled", "Disabled"],
  ],
  passkey: [
    ["", "With or without"],
    ["yes", "Has a passkey"],
    ["no", "Has none"],
  ],
  login: [
    ["", "Any"],
    ["never", "Never logged in"],
  ],
  sort: [
    ["newest", "Newest first"],
    ["oldest", "Oldest first"],
    ["last-login", "Last login, latest first"],
    ["username", "Username, A to Z"],
  ],
} as const;

/** A plain GET form: what it asks for stands in the URL, and it works without scripts. */
export function UserSearch({ fields }: { fields: UserFields }) {
  const hasFilters = isFiltered({ ...fields, q: undefined });
  return (
    <search>
      <SearchForm action="/admin/users" className="grid gap-4">
        <div className="flex flex-wrap items-end gap-3">
          <div className="min-w-0 max-w-md grow">
            <TextField
              name="q"
              label="Search"
              type="search"
              defaultValue={fields.q}
              autoComplete="off"
              maxLength={100}
              hint="Any part of a username, email or phone number. Fewer than three letters or digits in a row find how a username or email begins."
            />
          </div>
          <div className="min-w-0 max-sm:w-full">
            <SelectField name="sort" label="Order" defaultValue={orderOf(fields)} options={choices.sort} />
          </div>
          <SearchButton>Search</SearchButton>
        </div>
        <details open={hasFilters} className="rounded-card border border-line px-4">
          <summary className="min-h-touch cursor-pointer py-2.5 font-semibold">Filters</summary>
          <div className="grid gap-4 pt-2 pb-5 sm:grid-cols-2 lg:grid-cols-4">
            <SelectField name="role" label="Role" defaultValue={fields.role} options={choices.role} />
            <SelectField name="status" label="Status" defaultValue={fields.status} options={choices.status} />
            <SelectField name="passkey" label="Passkey" defaultValue={fields.passkey} options={choices.passkey} />
            <SelectField name="login" label="Logins" defaultValue={fields.login} options={choices.login} />
            <Day name="registered-from" label="Registered from" fields={fields} />
            <Day name="registered-to" label="Registered to" fields={fields} />
            <Day name="login-from" label="Last login from" fields={fields} />
            <Day name="login-to" label="Last login to" fields={fields} />
            <p className="text-fine text-ink-muted sm:col-span-2 lg:col-span-4">Days are in UTC; both are included.</p>
          </div>
        </details>
        {hasFilters || fields.q ? (
          <p>
            <ButtonLink href="/admin/users" variant="secondary" size="small" prefetch={false}>
              Show all users
              <ReportPending />
            </ButtonLink>
          </p>
        ) : null}
      </SearchForm>
    </search>
  );
}

type DayName = "registered-from" | "registered-to" | "login-from" | "login-to";

function Day({ name, label, fields }: { name: DayName; label: string; fields: UserFields }) {
  return <TextField name={name} label={label} type="date" defaultValue={fields[name]} />;
}
