type FieldInput = {
  required: boolean;
  type?: "email" | "tel";
  inputMode?: "email";
  autoComplete: string;
  autoCapitalize?: "none";
  spellCheck?: false;
  dir?: "ltr";
};

/** Forms, export and CSV derive from this. Rules are in registration-schema.ts: Zod must stay out of the page. */
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

export function mapPersonFields<Value>(make: (name: PersonField) => Value): Record<PersonField, Value> {
  return Object.fromEntries(personFieldNames.map((name) => [name, make(name)])) as Record<PersonField, Value>;
}
