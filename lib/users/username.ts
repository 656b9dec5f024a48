import { readTyped } from "@/lib/typed-text";
import { shopConfig } from "@/shop.config";

const list = (text: string) => text.trim().split(/\s+/);

/** Words that speak for the shop in any name. */
const reservedWords: ReadonlySet<string> = new Set(
  list(`
    admin admins administrator administrators mod mods moderator moderators official staff superuser
    support sysadmin webmaster ${inAscii(shopConfig.name)}
  `),
);

/** `cafebleu` for "Café Bleu". */
function inAscii(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "");
}

/** Without separators: mailboxes of RFC 2142 and CA/Browser Forum BR 3.2.2.4.4, and common public block lists. */
const wellKnown = list(`
  abuse hostmaster noc postmaster security usenet news uucp ftp www info marketing sales mailerdaemon
  ssladmin ssladministrator sslwebmaster
  account accounts anonymous api apps assistance auth authentication autoconfig autodiscover billing bot bots
  broadcasthost careers chat checkout community compliance contact contactus customercare customerservice cto ceo cfo
  daemon dashboard data default delete dev developer developers dns donotreply download everyone example faq feedback
  finance fraud git guest headquarters health help helpcenter helpdesk home host hr human imap isatap it jobs legal
  localdomain localhost login logout mail mailer management manager me member members mobile myaccount nobody noreply
  notification notifications null nil none operator operations owner passkey password payment payments pop pop3
  press privacy profile public refund refunds register registration returns robot robots root sale salesteam
  search secure securityteam server service services sessions settings shop shopping signin signup site sitemap smtp
  ssl sso status store subdomain superadmin supervisor sys system team test tester testuser trust trustandsafety undefined
  unsubscribe update user username users verification verify void wallet webmail website welcome wpad you
`);

let names: ReadonlySet<string> | undefined;

/** With RESERVED_USERNAMES, which only the server knows: it has the last word. */
function reservedNames(): ReadonlySet<string> {
  // biome-ignore lint/style/noProcessEnv: lib/env.ts checks it too, and cannot run in a browser.
  names ??= new Set([...wellKnown, ...reservedWords, ...readReservedNames(process.env.RESERVED_USERNAMES)]);
  return names;
}

export function readReservedNames(setting: string | undefined): string[] {
  return (setting ?? "")
    .toLowerCase()
    .split(/[\s,]+/)
    .map((name) => name.replace(/[._-]/g, ""))
    .filter((name) => name !== "");
}

/** 3 to 30, letter first; ASCII only, so that no look-alikes imitate a name. */
const shape = /^[a-z][a-z0-9._-]{2,29}$/i;

/** The username as typed, or null if not allowed. `own` is always allowed. */
export function validUsername(input: string, own?: string): string | null {
  const username = readTyped(input);
  if (!shape.test(username)) return null;
  const isOwn = own !== undefined && usernameKey(own) === usernameKey(username);
  return isOwn || !isReservedUsername(username) ? username : null;
}

/** Whether a name poses as the shop: reserved in any separation (`web.master`), or with a reserved word. */
export function isReservedUsername(input: string): boolean {
  const words = usernameKey(readTyped(input)).split(/[._-]+/);
  const bare = words.map((word) => word.replace(/\d+$/, ""));
  return (
    [words.join(""), bare.join("")].some((name) => reservedNames().has(name)) ||
    bare.some((word) => reservedWords.has(word))
  );
}

export function usernameKey(username: string): string {
  return username.toLowerCase();
}
