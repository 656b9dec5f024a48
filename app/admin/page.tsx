import { redirect } from "next/navigation";
import { requireStaff } from "@/lib/auth/access-rules";

export default async function AdminPage() {
  await requireStaff("/admin");
  redirect("/admin/users");
}
