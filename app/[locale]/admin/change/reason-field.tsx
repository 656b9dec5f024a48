import { ChangeField } from "./change-field";

/** Where an admin says why; `where` names the places that show it. */
export function ReasonField({ where }: { where: string }) {
  return (
    <ChangeField
      name="reason"
      label="Reason"
      hint={`For other admins, ${where}. The user does not see it.`}
      autoComplete="off"
      maxLength={200}
      required
    />
  );
}
