import { roleNames, roleTones, staffMinute } from "@/app/[locale]/admin/user-words";
import { ReportPending } from "@/components/layout/pending-navigation";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { UserRow } from "@/lib/users/list-users";

/** A page of users; with boxes to tick inside a UserSelection. */
export function UserTable({ users, canSelect }: { users: UserRow[]; canSelect: boolean }) {
  return (
    <Table label="Users">
      <TableHead>
        <TableRow>
          <TableHeader>Username</TableHeader>
          <TableHeader>Email</TableHeader>
          <TableHeader>Phone number</TableHeader>
          <TableHeader>Role</TableHeader>
          <TableHeader>Registered (UTC)</TableHeader>
          <TableHeader>Last login (UTC)</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {users.map((user) => (
          <TableRow key={user.id}>
            <TableHeader scope="row">
              <span className="flex items-center gap-1">
                {canSelect ? (
                  <label className="-my-3 -ml-3 grid size-11 shrink-0 cursor-pointer place-items-center">
                    <span className="sr-only">Choose {user.username}</span>
                    <input type="checkbox" name="user" value={user.id} className="size-5 accent-accent" />
                  </label>
                ) : null}
                <TextLink href={`/admin/users/${user.id}`} prefetch={false} className="min-w-0 break-words">
                  {user.username}
                  <ReportPending />
                </TextLink>
              </span>
            </TableHeader>
            <TableCell>{user.email}</TableCell>
            <TableCell className="whitespace-nowrap tabular-nums">{user.phone}</TableCell>
            <TableCell>
              <span className="flex gap-2">
                <Badge tone={roleTones[user.role]}>{roleNames[user.role]}</Badge>
                {user.isDisabled ? <Badge tone="danger">Disabled</Badge> : null}
              </span>
            </TableCell>
            <TableCell className="whitespace-nowrap">{staffMinute(user.createdAt)}</TableCell>
            <TableCell className="whitespace-nowrap">
              {user.lastLoginAt ? staffMinute(user.lastLoginAt) : "Never"}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
