/** What a form with one field of the profile says after it was sent, and what was typed into it. */
export type ChangeFormState = { value?: string; error?: string; problem?: string };
