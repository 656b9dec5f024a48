import { DeadLink } from "@/app/[locale]/(mailed-link)/mailed-link-pages";

export default function NotFound() {
  return <DeadLink words="undoDeletion" />;
}
