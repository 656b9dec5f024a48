import type { ReactNode } from "react";
import { roleName, roleTones, staffMinute } from "@/app/[locale]/admin/user-words";
import { ReportPending } from "@/components/layout/pending-navigation";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { hidden, isolated } from "@/components/ui/rich-text";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow, wrappingCell } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import { getLocale, getTranslations } from "@/lib/i18n/page-translations";
import type { UserRow } from "@/lib/users/list-users";
import { SelectAll } from "./select-all";
import { selectedChanges } from "./selected-changes";

type UserSelectionProps = { listHref: string; children: ReactNode };

/** A GET form that leads to the page of choices; changes nothing. */
export async function UserSelection({ listHref, children }: UserSelectionProps) {
  const t = await getTranslations("adminUsers");
  return (
    <form action="/admin/users/selected" className="grid gap-4">
      <input type="hidden" name="list" value={listHref.split("?")[1] ?? ""} />
      {children}
      <fieldset>
        <legend className="mb-2 font-semibold">{t("selection.legend")}</legend>
        <div className="flex flex-wrap items-center gap-3">
          {selectedChanges.map((change) => (
            <Button key={change} type="submit" name="change" value={change} variant="secondary" size="small">
              {t.rich(`selection.${change}`, { rest: hidden.hidden })}
            </Button>
          ))}
          <SelectAll name="user" label={t("selection.all")} />
        </div>
      </fieldset>
    </form>
  );
}

export async function UserTable({ users, canSelect }: { users: UserRow[]; canSelect: boolean }) {
  const [locale, t] = await Promise.all([getLocale(), getTranslations("adminUsers")]);
  return (
    <Table label={t("table.label")}>
      <TableHead>
        <TableRow>
          <TableHeader>{t("table.username")}</TableHeader>
          <TableHeader>{t("table.email")}</TableHeader>
          <TableHeader>{t("table.phone")}</TableHeader>
          <TableHeader>{t("table.role")}</TableHeader>
          <TableHeader>{t("table.registered")}</TableHeader>
          <TableHeader>{t("table.lastLogin")}</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {users.map((user) => (
          <TableRow key={user.id}>
            <TableHeader scope="row" className={`${wrappingCell} min-w-36`}>
              <span className="flex items-center gap-1">
                {canSelect ? (
                  <label className="-my-3 -ms-3 grid size-11 shrink-0 cursor-pointer place-items-center">
                    <span className="sr-only">{t.rich("table.choose", { username: user.username, ...isolated })}</span>
                    <input type="checkbox" name="user" value={user.id} className="size-5 accent-accent" />
                  </label>
                ) : null}
                <TextLink href={`/admin/users/${user.id}`} prefetch={false} className="min-w-0 break-words">
                  <bdi>{user.username}</bdi>
                  <ReportPending />
                </TextLink>
              </span>
            </TableHeader>
            <TableCell className={`${wrappingCell} min-w-56`}>
              <bdi dir="ltr">{user.email}</bdi>
            </TableCell>
            <TableCell className="tabular-nums">
              <bdi dir="ltr">{user.phone}</bdi>
            </TableCell>
            <TableCell>
              <span className="flex flex-wrap gap-2">
                <Badge tone={roleTones[user.role]}>{roleName(user.role, locale)}</Badge>
                {user.isDisabled ? <Badge tone="danger">{t("table.disabled")}</Badge> : null}
              </span>
            </TableCell>
            <TableCell>{staffMinute(user.createdAt, locale)}</TableCell>
            <TableCell>{user.lastLoginAt ? staffMinute(user.lastLoginAt, locale) : t("table.never")}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
