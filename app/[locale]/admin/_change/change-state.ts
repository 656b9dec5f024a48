import type { Refusal } from "./refusals";

/** What a form that changes something shows again after the change was refused. */
export type ChangeState = {
  /** In the language of the request, as all sentences here. */
  problem?: string;
  /** Why the change was refused. */
  refusal?: Refusal;
  /** Who has the email that was entered. */
  emailOwner?: { name: string; href: string };
  values?: Record<string, string>;
  errors?: Record<string, string | undefined>;
};
