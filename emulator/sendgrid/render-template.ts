import Handlebars from "handlebars";

const compiledKept = 200;

/** SendGrid's own helpers beside the built-in ones. @see https://www.twilio.com/docs/sendgrid/for-developers/sending-email/using-handlebars */
const engine = Handlebars.create();

function registerComparison(name: string, holds: (left: unknown, right: unknown) => boolean): void {
  engine.registerHelper(
    name,
    function (this: unknown, left: unknown, right: unknown, options: Handlebars.HelperOptions) {
      return holds(left, right) ? options.fn(this) : options.inverse(this);
    },
  );
}

registerComparison("equals", (left, right) => String(left) === String(right));
registerComparison("notEquals", (left, right) => String(left) !== String(right));
registerComparison("greaterThan", (left, right) => Number(left) > Number(right));
registerComparison("lessThan", (left, right) => Number(left) < Number(right));
registerComparison("and", (left, right) => Boolean(left) && Boolean(right));
registerComparison("or", (left, right) => Boolean(left) || Boolean(right));
engine.registerHelper("length", (list: unknown) => (Array.isArray(list) ? list.length : 0));
engine.registerHelper("insert", (value: unknown, fallback: unknown) => {
  const text = typeof fallback === "string" ? fallback.replace(/^default=/, "") : "";
  return value === undefined || value === null || value === "" ? text : value;
});

const compiled = new Map<string, Handlebars.TemplateDelegate>();

function compile(source: string): Handlebars.TemplateDelegate {
  const known = compiled.get(source);
  if (known !== undefined) return known;
  if (compiled.size >= compiledKept) compiled.clear();
  const template = engine.compile(source);
  compiled.set(source, template);
  return template;
}

/** Fills a template in: `{{x}}` is escaped for HTML, `{{{x}}}` is not, what is missing stays empty. */
export function renderTemplate(source: string, data: Record<string, unknown>): string {
  return compile(source)(data);
}

/** The text that SendGrid makes of a page where a version has no plain text of its own. */
export function plainTextOf(html: string): string {
  return html
    .replace(/<(style|head|script)[\s\S]*?<\/\1>/gi, "")
    .replace(/<(br|\/p|\/tr|\/div|\/h\d)[^>]*>/gi, "\n")
    .replace(/<[^>]+>/g, "")
    .replace(/&nbsp;/g, " ")
    .replace(/&lt;/g, "<")
    .replace(/&gt;/g, ">")
    .replace(/&quot;/g, '"')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&amp;/g, "&")
    .replace(/[ \t]+/g, " ")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}
