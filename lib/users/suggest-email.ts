import { run } from "@zootools/email-spell-checker";

const providers = [
  "gmail.com",
  "googlemail.com",
  "hotmail.com",
  "hotmail.es",
  "outlook.com",
  "outlook.es",
  "yahoo.com",
  "yahoo.es",
  "icloud.com",
  "protonmail.com",
  "t-online.de",
];

/** One letter beside these stands many a real domain. */
const shortProviders = ["live.com", "gmx.de", "gmx.net", "web.de", "aol.com", "msn.com", "proton.me"];

/** Real, and as near to a provider as a slip. `.co`, `.cm` and `.om` are slips of `.com`. */
const nationalSister =
  /^(?:yahoo|hotmail|live|outlook|msn|gmx|protonmail|t-online)\.(?:com?\.)?(?!co$|cm$|om$)[a-z]{2}$/;
const neighbours = new Set(["gail.com", "givmail.com", "love.com", "prontomail.com"]);

/** The address that somebody may have meant, one or two slips away; null for other domains. `email` is canonical. People
 * seldom miss the first letter (Yannakoudakis and Fawthrop, 1983), so it must be right. */
export function suggestEmail(email: string): string | null {
  const at = email.lastIndexOf("@") + 1;
  const domain = email.slice(at);
  if (nationalSister.test(domain) || neighbours.has(domain)) return null;
  const meant = nearest(domain, providers, 2) ?? nearest(domain, shortProviders, 1);
  return meant === undefined ? null : email.slice(0, at) + meant;
}

/** `slips`: the most of the library's distance, Sift3. */
function nearest(domain: string, among: readonly string[], slips: number): string | undefined {
  const domains = among.filter((each) => each[0] === domain[0]);
  const options = { domains, secondLevelDomains: [], topLevelDomains: [], domainThreshold: slips };
  return run({ email: `name@${domain}`, ...options })?.domain;
}
