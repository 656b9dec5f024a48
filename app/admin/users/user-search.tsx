import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

export function UserSearch({ search }: { search?: string }) {
  return (
    <search>
      <form action="/admin/users" className="flex flex-wrap items-end gap-3">
        <div className="min-w-0 max-w-md grow">
          <TextField name="q" label="Search" type="search" defaultValue={search} autoComplete="off" maxLength={100} />
        </div>
        <Button type="submit" variant="secondary">
          Search
        </Button>
      </form>
    </search>
  );
}
