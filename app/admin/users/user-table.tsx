import { Badge } from "@/components/ui/badge";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { UserRow } from "@/lib/users/list-users";

const dateFormat = new Intl.DateTimeFormat("en", { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" });

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
            <TableHeader scope="row">{user.username}</TableHeader>
            <TableCell>{user.email}</TableCell>
            <TableCell className="whitespace-nowrap tabular-nums">{user.phone}</TableCell>
            <TableCell>
              <span className="flex gap-2">
                <Badge tone={user.role === "ADMIN" ? "accent" : "neutral"}>{user.role.toLowerCase()}</Badge>
                {user.isDisabled ? <Badge tone="danger">disabled</Badge> : null}
              </span>
            </TableCell>
            <TableCell className="whitespace-nowrap">{dateFormat.format(user.createdAt)}</TableCell>
            <TableCell className="whitespace-nowrap">
              {user.lastLoginAt ? dateFormat.format(user.lastLoginAt) : "never"}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
