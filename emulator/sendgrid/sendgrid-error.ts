export type SendgridProblem = { message: string; field: string | null; help: string | null };

/** A refusal in SendGrid's own form. @see https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses */
export class SendgridError extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly field: string | null = null,
    readonly help: string | null = null,
  ) {
    super(message);
  }
}

/** The body of every SendGrid error. */
export function sendgridErrorBody(...problems: SendgridProblem[]): { errors: SendgridProblem[] } {
  return { errors: problems };
}
