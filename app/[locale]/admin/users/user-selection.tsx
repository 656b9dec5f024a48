import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { SelectAll } from "./select-all";
import { selectedChanges } from "./selected-changes";

type UserSelectionProps = { listHref: string; children: ReactNode };

/**
 * A form around the list of users: whoever is ticked goes to the page that asks what to do with them. A plain GET form,
 * which works without scripts and changes nothing.
 */
export function UserSelection({ listHref, children }: UserSelectionProps) {
  return (
    <form action="/admin/users/selected" className="grid gap-4">
      <input type="hidden" name="list" value={listHref.split("?")[1] ?? ""} />
      {children}
      <fieldset>
        <legend className="mb-2 font-semibold">With the chosen users</legend>
        <div className="flex flex-wrap items-center gap-3">
          {Object.entries(selectedChanges).map(([change, { button }]) => (
            <Button key={change} type="submit" name="change" value={change} variant="secondary" size="small">
              {button}
              <span className="sr-only"> the chosen</span>
            </Button>
          ))}
          <SelectAll name="user" label="All on this page" />
        </div>
      </fieldset>
    </form>
  );
}
