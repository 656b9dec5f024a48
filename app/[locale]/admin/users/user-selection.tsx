import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { hidden } from "@/components/ui/rich-text";
import { getTranslations } from "@/lib/i18n/page-translations";
import { SelectAll } from "./select-all";
import { selectedChanges } from "./selected-changes";

type UserSelectionProps = { listHref: string; children: ReactNode };

/**
 * A form around the list of users: whoever is ticked goes to the page that asks what to do with them. A plain GET form,
 * which works without scripts and changes nothing.
 */
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
