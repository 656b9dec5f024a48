import { randomBytes } from "node:crypto";
import { askForStepUp, type CodeRequest, enterCode, sendStart } from "./code-request";
import { Desk } from "./desk";
import { readTexts } from "./html-form";
import type { Inbox } from "./inbox";
import { addPasskey, confirmByPasskey } from "./passkey-page";
import { Browser, BudgetSpent, findSession, givesSession, type Headers, type Shop } from "./shop-client";

type Account = { username: string; email: string; phone: string };

/** Of the numbering plan's test range; unverified, so accounts may share it. */
const phone = "+14155552671";
/** One below the shop's limit of five in ten minutes. */
const mostSends = 4;
/** Two minutes less than a code lives. */
const usableForMs = 8 * 60_000;

/** What attacks share, made when first needed, so that all together ask for few codes. */
export class AttackContext {
  /** For the attack that looks for codes where none may be. */
  readonly codes = new Set<string>();
  private readonly sends = new Map<string, number>();
  private readonly accounts: Account[] = [];
  private readonly loggedIn: Browser[] = [];
  private pending: CodeRequest[] = [];
  private member: { account: Account; browser: Browser } | null = null;
  private customer: { account: Account; browser: Browser } | null = null;
  private desk: Desk | null = null;
  private starts = 0;

  constructor(
    readonly shop: Shop,
    readonly inbox: Inbox,
    /** `attack-{id}@example.com` */
    private readonly addressPattern: string,
    private readonly startBudget: number,
    /** The address of an admin without a passkey. */
    private readonly adminAddress: string | null = null,
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

  /** New fields, alike at both ends, so that their masks are equal. */
  newAccount(): Account {
    const id = `q${randomBytes(6).toString("hex")}z`;
    return { username: `a${id}`, email: this.addressPattern.replace("{id}", id), phone };
  }

  newAddress(): string {
    return this.newAccount().email;
  }

  async startLogin(email: string, options: StartOptions = {}): Promise<CodeRequest> {
    return await this.start("/login", "Send code", { email }, options);
  }

  async startRegistration(account: Account, options: StartOptions = {}): Promise<CodeRequest> {
    return await this.start("/register", "Create account", { ...account }, options);
  }

  async readCode(request: CodeRequest): Promise<string> {
    const code = await this.inbox.readCode(request.address, request.askedAt);
    this.codes.add(code);
    return code;
  }

  countSend(address: string): void {
    this.sends.set(address, (this.sends.get(address) ?? 0) + 1);
  }

  addAccount(account: Account): void {
    this.accounts.push(account);
  }

  /** Attacks use it and leave it alive. */
  async findMember(): Promise<{ account: Account; browser: Browser }> {
    if (this.member === null) this.member = await this.register();
    return this.member;
  }

  /** Another one, who has a passkey and has re-authenticated with it, as staff do. */
  async findOtherMember(): Promise<{ account: Account; browser: Browser }> {
    if (this.customer === null) {
      this.customer = await this.register();
      const { browser } = this.customer;
      await confirmByPasskey(browser, await addPasskey(browser), "administer");
    }
    return this.customer;
  }

  /** Null unless the operator named an admin. */
  async findDesk(): Promise<Desk | null> {
    const address = this.adminAddress;
    if (this.desk !== null || address === null) return this.desk;
    const login = await this.startLogin(address);
    const answer = await enterCode(login, await this.readCode(login));
    if (!givesSession(answer)) throw new Error(`the admin could not log in (${answer.status})`);
    const askedAt = await this.inbox.now();
    const request = await askForStepUp(login, askedAt);
    await enterCode(request, await this.readCode(request));
    const passkey = await addPasskey(login.browser);
    await confirmByPasskey(login.browser, passkey, "open-dashboard");
    this.desk = new Desk(login.browser, passkey);
    return this.desk;
  }

  /** The address that got the fewest mails. */
  async knownAddress(): Promise<string> {
    if (this.accounts.length === 0) await this.findMember();
    const sends = ({ email }: Account) => this.sends.get(email) ?? 0;
    const least = this.accounts.reduce((a, b) => (sends(b) < sends(a) ? b : a));
    return (sends(least) < mostSends ? least : (await this.register()).account).email;
  }

  /** A pending login, from an earlier attack if one is left. */
  async pendingLogin(): Promise<CodeRequest> {
    const isYoung = ({ startedAt }: CodeRequest) => Date.now() - startedAt < usableForMs;
    this.pending = this.pending.filter(isYoung);
    const request = this.pending.shift();
    // Requests of one address share a code.
    this.pending = this.pending.filter(({ address }) => address !== request?.address);
    return request ?? (await this.startLogin(await this.knownAddress()));
  }

  leavePending(request: CodeRequest): void {
    this.pending.push(request);
  }

  leaveSession(browser: Browser): void {
    if (findSession(browser) !== null) this.loggedIn.push(browser);
  }

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
    { browser = this.openBrowser(), values = {}, headers, withoutBotCheck }: StartOptions,
  ): Promise<CodeRequest> {
    if (this.starts >= this.startBudget) throw new BudgetSpent(`the budget of ${this.startBudget} starts is used up`);
    // Read by a stranger: logged-in browsers are redirected.
    const reader = findSession(browser) === null ? browser : this.openBrowser();
    const form = await reader.openForm(page, button);
    this.countSend(fields.email);
    const askedAt = await this.inbox.now();
    const options = { askedAt, headers, button, withoutBotCheck };
    const request = await sendStart(browser, form, { ...fields, ...values }, options);
    this.starts += 1;
    return request;
  }
}

type StartOptions = {
  browser?: Browser;
  values?: Record<string, string>;
  headers?: Headers;
  /** Skips the bot check; the start is then refused. */
  withoutBotCheck?: boolean;
};

const shortest = 24;

/** Sentences of the members' page only, to recognise it. Throws if there are none. */
export async function premiumSentences(context: AttackContext): Promise<string[]> {
  const { browser } = await context.findMember();
  const stranger = context.openBrowser();
  const members = readTexts((await browser.get("/home")).body);
  const open = [await stranger.get("/"), await stranger.get("/login")].map(({ body }) => body).join("\n");
  // Written alike in HTML, JSON and scripts.
  const isPlain = (text: string) => text.length >= shortest && /^[A-Za-z ,.:;-]+$/.test(text);
  const found = members.filter((text) => isPlain(text) && !open.includes(text));
  if (found.length === 0) throw new Error("the members' page has no sentence of its own to recognise it by");
  return found;
}

export function showsAny(body: string, sentences: string[]): boolean {
  return sentences.some((sentence) => body.includes(sentence));
}
