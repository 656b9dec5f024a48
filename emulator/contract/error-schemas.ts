import { Ajv } from "ajv";

/** Four fields and no more, `status` being the HTTP status. @see https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions */
function twilioSchema(status: number) {
  return {
    type: "object",
    required: ["code", "message", "more_info", "status"],
    additionalProperties: false,
    properties: {
      code: { type: "integer", minimum: 20000, maximum: 69999 },
      message: { type: "string", minLength: 1 },
      more_info: { type: "string", pattern: "^https://www\\.twilio\\.com/docs/errors/\\d{5}$" },
      status: { const: status },
    },
  };
}

/** @see https://www.twilio.com/docs/sendgrid/api-reference/how-to-use-the-sendgrid-v3-api/responses */
const sendgridSchema = {
  type: "object",
  required: ["errors"],
  additionalProperties: false,
  properties: {
    errors: {
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        required: ["message", "field"],
        additionalProperties: false,
        properties: {
          message: { type: "string", minLength: 1 },
          field: { type: ["string", "null"] },
          help: { type: ["string", "null"] },
          error_id: { type: "string" },
        },
      },
    },
  },
};

const ajv = new Ajv({ allErrors: true, allowUnionTypes: true });

/** What is wrong with an error's body; the vendors describe hardly any, so these schemas are our own. */
export function errorFaults(pathname: string, status: number, body: unknown): string[] {
  const schema = pathname.startsWith("/v3/") ? sendgridSchema : twilioSchema(status);
  if (!ajv.validate(schema, body)) return [ajv.errorsText()];
  const { code, more_info } = body as { code?: number; more_info?: string };
  if (code === undefined || more_info?.endsWith(`/${code}`)) return [];
  return [`more_info ${more_info} is of another code than ${code}`];
}
