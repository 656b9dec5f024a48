/** Path segment of the premium page, inlined by next.config.mjs so that server and middleware agree. */
// biome-ignore lint/style/noProcessEnv: not read at run time, replaced by its value when the shop is built
export const homeGateKey = process.env.HOME_GATE_KEY;
