/**
 * The account that every emulator starts with, so that nothing has to be set up.
 * These values open nothing outside this emulator; they are shaped like real ones because both SDKs look at the shape.
 */
export const defaultAccount = {
  accountSid: "AC00000000000000000000000000005409",
  authToken: "emulatoronlynotasecret0000005409",
  verifyServiceSid: "VA00000000000000000000000000005409",
  /** A second service, for the codes of a shop's own members. */
  trustedServiceSid: "VA00000000000000000000000000005410",
  mailerSid: "MD00000000000000000000000000005409",
  sendgridApiKey: "SG.emulatoronlynotasecret.0000000000000000000000000000000000000005409",
  templateId: "d-00000000000000000000000000005409",
  /** Ends with the line that binds the code to `localhost`, as a shop's own template does to its domain. */
  smsTemplateSid: "HJ00000000000000000000000000005409",
  fromEmail: "codes@myshop.example",
  fromName: "myshop",
} as const;
