import { roleNames, roleTones, staffMinute } from "@/app/admin/user-words";
import { ReportPending } from "@/components/layout/pending-navigation";
import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { TextLink } from "@/components/ui/text-link";
import type { UserRow } from "@/lib/users/list-users";

export function UserTable({ users }: { users: UserRow[] }) {
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
              <TextLink href={`/admin/users/${user.id}`} prefetch={false}>
                {user.username}
                <ReportPending />
              </TextLink>
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
