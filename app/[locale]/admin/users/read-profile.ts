import type { ChangeState } from "@/app/[locale]/admin/_change/run-change";
import { findAuditPerson } from "@/lib/admin/list-audit-events";
import { orUnavailable } from "@/lib/auth/access/access-rules";
import { describeFieldErrors } from "@/lib/http/field-errors";
import { formText } from "@/lib/http/form-text";
import { defaultPhoneCountry } from "@/lib/phone/phone-channels";
import { mapPersonFields, personFieldNames } from "@/lib/users/person-fields";
import { type Registration, registrationSchema } from "@/lib/users/registration-schema";
import { isReservedUsername } from "@/lib/users/username";

export async function readProfile(
  form: FormData,
): Promise<
  { values: Record<string, string>; profile: Registration } | { values: Record<string, string>; state: ChangeState }
> {
  const values = mapPersonFields((name) => formText(form, name));
  const parsed = registrationSchema(defaultPhoneCountry().code, await findOwnName(form, values.username)).safeParse(
    values,
  );
  if (parsed.success) return { values, profile: parsed.data };
  return { values, state: { values, errors: await describeFieldErrors(parsed.error, personFieldNames) } };
}

/** A reserved name stays allowed for its owner. */
async function findOwnName(form: FormData, username: string): Promise<string | undefined> {
  const id = formText(form, "user");
  if (id === "" || !isReservedUsername(username)) return undefined;
  const user = await orUnavailable(() => findAuditPerson(id));
  return user?.username ?? undefined;
}

/** For admins only, who may see every user. */
export async function findOwner(email: string): Promise<Pick<ChangeState, "emailOwner">> {
  const owner = await orUnavailable(() => findAuditPerson(email));
  return owner?.username ? { emailOwner: { name: owner.username, href: `/admin/users/${owner.id}` } } : {};
}
