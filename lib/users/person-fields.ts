/** What the input of a field tells the browser: the keyboard, what may fill it in, how it is written. */
type FieldInput = {
  required: boolean;
  type?: "email" | "tel";
  inputMode?: "email";
  autoComplete: string;
  autoCapitalize?: "none";
  spellCheck?: false;
  dir?: "ltr";
};

/**
 * The fields of a person, in their order: each is a column of User, and an input of the registration and of the form by
 * which admins edit and invite. The resumed form, the writing of users, the file of one's own data and the CSV file
 * derive from this list. Label and hint are texts of the namespace `fields`; what a field may hold is in
 * registration-schema.ts, apart because this list is in the page's script and Zod is not.
 */
const fields = {
  username: { required: true, autoComplete: "nickname", autoCapitalize: "none", spellCheck: false, dir: "ltr" },
  email: {
    required: true,
    type: "email",
    inputMode: "email",
    autoComplete: "email",
    autoCapitalize: "none",
    spellCheck: false,
    dir: "ltr",
  },
  phone: { required: true, type: "tel", autoComplete: "tel", dir: "ltr" },
} as const satisfies Record<string, FieldInput>;

export type PersonField = keyof typeof fields;

export const personFields: Record<PersonField, FieldInput> = fields;

export const personFieldNames = Object.keys(fields) as PersonField[];

/** One value for each field, such as a column of a select or what stands in a form. */
export function mapPersonFields<Value>(make: (name: PersonField) => Value): Record<PersonField, Value> {
  return Object.fromEntries(personFieldNames.map((name) => [name, make(name)])) as Record<PersonField, Value>;
}
