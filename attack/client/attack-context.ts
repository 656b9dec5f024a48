import { randomBytes } from "node:crypto";
import { type CodeRequest, enterCode, sendStart } from "./code-request";
import type { Inbox } from "./inbox";
import { findSession, givesSession } from "./session";
import { Browser, BudgetSpent, type Headers, type Shop } from "./shop-client";

export type Account = { username: string; email: string; phone: string };

/** A number of the numbering plan's test range; the shop lets accounts share a number that nobody has verified. */
const phone = "+14155552671";
/** The shop sends five in ten minutes to one address; one is left for an attack that asks once more. */
const mostSends = 4;
/** After eight of its ten minutes a code request is left alone. */
const usableForMs = 8 * 60_000;

/**
 * What the attacks share, so that all of them together ask for few codes: throwaway accounts, a code request that
 * several attacks may try to get past, and the sessions that came of it. Each thing is made when first needed.
 */
export class AttackContext {
  /** Every code that was read, for the attack that looks for them where none may be. */
  readonly codes = new Set<string>();
  private readonly sends = new Map<string, number>();
  private readonly accounts: Account[] = [];
  private readonly loggedIn: Browser[] = [];
  private pending: CodeRequest[] = [];
  private member: { account: Account; browser: Browser } | null = null;
  private starts = 0;

  constructor(
    readonly shop: Shop,
    readonly inbox: Inbox,
    /** `attack-{id}@example.com` */
    private readonly addressPattern: string,
    private readonly startBudget: number,
  ) {}

  get startsMade(): number {
    return this.starts;
  }

  get startsLeft(): number {
    return this.startBudget - this.starts;
  }

  openBrowser(): Browser {
    return new Browser(this.shop);
  }

  /** An account's worth of fields that nobody has used. All begin and end alike, so that masked they look the same. */
  newAccount(): Account {
    const id = `q${randomBytes(6).toString("hex")}z`;
    return { username: `a${id}`, email: this.addressPattern.replace("{id}", id), phone };
  }

  newAddress(): string {
    return this.newAccount().email;
  }

  /** Asks for a login code on /login. Counts against the budget of starts. */
  async startLogin(email: string, options: StartOptions = {}): Promise<CodeRequest> {
    return await this.start("/login", "Send code", { email }, options);
  }

  /** Fills in /register. The account comes to be there when the code is entered. */
  async startRegistration(account: Account, options: StartOptions = {}): Promise<CodeRequest> {
    return await this.start("/register", "Create account", { ...account }, options);
  }

  /** The code that was mailed for a request. */
  async readCode(request: CodeRequest): Promise<string> {
    const code = await this.inbox.readCode(request.address, request.askedAt);
    this.codes.add(code);
    return code;
  }

  /** Notes one more mail to an address, for the shop limits them. */
  countSend(address: string): void {
    this.sends.set(address, (this.sends.get(address) ?? 0) + 1);
  }

  /** Notes that an account now exists, so that it can be logged in to. */
  addAccount(account: Account): void {
    this.accounts.push(account);
  }

  /** A member with a live session. Attacks use it and leave it alive. */
  async findMember(): Promise<{ account: Account; browser: Browser }> {
    if (this.member === null) this.member = await this.register();
    return this.member;
  }

  /** An address with an account: the one that got the fewest mails, for the shop limits them. */
  async knownAddress(): Promise<string> {
    if (this.accounts.length === 0) await this.findMember();
    const sends = ({ email }: Account) => this.sends.get(email) ?? 0;
    const least = this.accounts.reduce((a, b) => (sends(b) < sends(a) ? b : a));
    return (sends(least) < mostSends ? least : (await this.register()).account).email;
  }

  /** A login that waits for its code, asked for by an earlier attack if there is one left. */
  async pendingLogin(): Promise<CodeRequest> {
    const isYoung = ({ startedAt }: CodeRequest) => Date.now() - startedAt < usableForMs;
    this.pending = this.pending.filter(isYoung);
    const request = this.pending.shift();
    // All requests of one address share one code: once it is used, the others are worth nothing.
    this.pending = this.pending.filter(({ address }) => address !== request?.address);
    return request ?? (await this.startLogin(await this.knownAddress()));
  }

  /** Leaves a login that waits for its code to the attacks after this one. */
  leavePending(request: CodeRequest): void {
    this.pending.push(request);
  }

  /** Leaves a browser with a session to an attack that needs one to end. */
  leaveSession(browser: Browser): void {
    if (findSession(browser) !== null) this.loggedIn.push(browser);
  }

  /** A browser with a session that an attack may end. */
  async takeSession(): Promise<Browser> {
    const left = this.loggedIn.pop();
    if (left !== undefined) return left;
    const request = await this.pendingLogin();
    const answer = await enterCode(request, await this.readCode(request));
    if (!givesSession(answer)) throw new Error(`no session came of a right code (${answer.status})`);
    return request.browser;
  }

  private async register(): Promise<{ account: Account; browser: Browser }> {
    const account = this.newAccount();
    const request = await this.startRegistration(account);
    const answer = await enterCode(request, await this.readCode(request));
    if (!givesSession(answer)) throw new Error(`no session came of a right code (${answer.status})`);
    this.addAccount(account);
    return { account, browser: request.browser };
  }

  private async start(
    page: string,
    button: string,
    fields: Record<string, string> & { email: string },
    { browser = this.openBrowser(), values = {}, headers, withoutReauthentication }: StartOptions,
  ): Promise<CodeRequest> {
    if (this.starts >= this.startBudget) throw new BudgetSpent(`the budget of ${this.startBudget} starts is used up`);
    // A logged-in browser is led away from the form, but can send it: so a stranger reads it.
    const reader = findSession(browser) === null ? browser : this.openBrowser();
    const form = await reader.openForm(page, button);
    this.countSend(fields.email);
    const askedAt = await this.inbox.now();
    const options = { askedAt, headers, button, withoutReauthentication };
    const request = await sendStart(browser, form, { ...fields, ...values }, options);
    this.starts += 1;
    return request;
  }
}

export type StartOptions = {
  browser?: Browser;
  /** Fields beside or in place of the form's own. */
  values?: Record<string, string>;
  headers?: Headers;
  /** Gives no proof where one is asked for; the start is then refused. */
  withoutReauthentication?: boolean;
};
