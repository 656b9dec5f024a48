/** What a form that changes something shows again after the change was refused. */
export type ChangeState = {
  problem?: string;
  /** Who has the email that was entered. */
  emailOwner?: { name: string; href: string };
  /** The passkey has to be asked once more. */
  isProofNeeded?: boolean;
  values?: Record<string, string>;
  errors?: Record<string, string | undefined>;
};
