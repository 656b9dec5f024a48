/**
 * The path segment under which the premium page is made. next.config.mjs puts the build's own value here as plain text,
 * so that server and middleware agree on it without any environment.
 */
// biome-ignore lint/style/noProcessEnv: not read at run time, replaced by its value when the shop is built
export const homeGateKey = process.env.HOME_GATE_KEY;
