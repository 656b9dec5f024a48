import { SetupProblem } from "./setup-problem";

const NEEDED_FOR_REAL_CODES = ["TWILIO_ACCOUNT_SID", "TWILIO_VERIFY_SERVICE_SID", "SENDGRID_API_KEY"];

/** Whether codes go through Twilio and SendGrid. Half a configuration is refused rather than guessed at. */
export function hasRealProviders(source: NodeJS.ProcessEnv): boolean {
  const missing = NEEDED_FOR_REAL_CODES.filter((name) => !source[name]);
  if (missing.length === 0) return true;
  if (missing.length === NEEDED_FOR_REAL_CODES.length) return false;
  const present = NEEDED_FOR_REAL_CODES.filter((name) => source[name]);
  throw new SetupProblem(
    `Half of the codes' settings: there is ${present.join(" and ")}, but no ${missing.join(" and no ")}. Set all of them for real codes, or none for the built-in emulator. See .env.example.`,
  );
}
