// A process of its own, so that a test can kill it: completes the login in LOGIN.
import { completeLogin } from "@/lib/auth/login/complete-login";
import { visitor } from "./login-parts";

const { challengeId, code, browser } = JSON.parse(process.env.LOGIN ?? "");
await completeLogin({ challengeId, code }, { ...browser, askForBotCheck: async () => null }, visitor);
