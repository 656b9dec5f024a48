/** What a form that changes something shows again after the change was refused. */
export type ChangeState = {
  problem?: string;
  /** The passkey has to be asked once more. */
  isProofNeeded?: boolean;
  values?: Record<string, string>;
  errors?: Record<string, string | undefined>;
};
