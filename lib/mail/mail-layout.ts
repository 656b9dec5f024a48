import { env, supportEmail } from "@/lib/env";
import { escapeHtml } from "@/lib/escape-html";
import { directionOf, type Locale } from "@/lib/i18n/locales";
import { shopConfig } from "@/shop.config";

/** A page of ours, or a mail to the shop with this subject. */
export type NoticeLink = { label: string } & ({ path: string } | { mailSubject: string });

/** In the recipient's language; the first link is a button. */
export type Notice = {
  heading: string;
  paragraphs: string[];
  links?: NoticeLink[];
};

const fonts = "-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Colours of emulator/templates/code-mail.html; `data-ogsc` and `data-ogsb` are Outlook's. */
const darkMode = `:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .page { background-color: #101113 !important; }
  .card { background-color: #1a1c1f !important; border-color: #2c2f34 !important; }
  .strong { color: #f4f4f2 !important; }
  .text { color: #c9cacc !important; }
  .quiet { color: #9a9da2 !important; }
}
[data-ogsc] .strong { color: #f4f4f2 !important; }
[data-ogsc] .text { color: #c9cacc !important; }
[data-ogsc] .quiet { color: #9a9da2 !important; }
[data-ogsb] .page { background-color: #101113 !important; }
[data-ogsb] .card { background-color: #1a1c1f !important; }`;

/** HTML and text. Repeats `lang` and `dir`, as mail programs drop the page. Never the Host header (OWASP). */
export function layOutNotice(
  { heading, paragraphs, links = [] }: Notice,
  locale: Locale,
): Record<"html" | "text", string> {
  const { APP_URL } = env();
  const targets = links.map((link) => ({ label: link.label, url: addressOf(link) }));
  const text = [
    heading,
    ...paragraphs,
    // Without the encoded subject.
    ...targets.map(({ label, url }) => `${label}: ${url.replace(/^mailto:([^?]+).*$/, "$1")}`),
    `${shopConfig.name}, ${APP_URL}`,
  ];
  const language = `lang="${locale}" dir="${directionOf(locale)}"`;
  return {
    text: text.join("\n\n"),
    html: `<!doctype html>
<html ${language}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="supported-color-schemes" content="light dark">
<title>${escapeHtml(heading)}</title>
<style>${darkMode}</style>
</head>
<body class="page" style="margin:0;padding:0;background-color:#f3f2ee">
<div ${language} class="page" style="padding:40px 16px;background-color:#f3f2ee;font-family:${fonts}">
<div class="card" style="max-width:520px;margin:0 auto;padding:32px 32px 20px;background-color:#ffffff;border:1px solid #e4e2da;border-radius:16px">
<p class="strong" style="margin:0 0 24px;font-size:17px;line-height:24px;font-weight:700;color:#17181a">${escapeHtml(shopConfig.name)}</p>
<h1 class="strong" style="margin:0 0 16px;font-size:26px;line-height:1.2;color:#17181a">${escapeHtml(heading)}</h1>
${paragraphs.map(paragraphHtml).join("\n")}
${targets.map(linkHtml).join("\n")}
</div>
<p class="quiet" style="max-width:520px;margin:20px auto 0;font-size:12px;line-height:18px;text-align:center;color:#6d7077"><bdi>${escapeHtml(shopConfig.name)}</bdi> · <bdi dir="ltr">${escapeHtml(new URL(APP_URL).host)}</bdi></p>
</div>
</body>
</html>`,
  };
}

function addressOf(link: NoticeLink): string {
  if ("path" in link) return `${env().APP_URL}${link.path}`;
  const subject = encodeURIComponent(link.mailSubject).replaceAll("'", "%27");
  return `mailto:${supportEmail()}?subject=${subject}`;
}

function paragraphHtml(paragraph: string): string {
  return `<p class="text" style="margin:0 0 16px;font-size:16px;line-height:25px;color:#3c3f44">${escapeHtml(paragraph)}</p>`;
}

function linkHtml({ label, url }: { label: string; url: string }, index: number): string {
  const { accent, onAccent } = shopConfig.colors.light;
  const style =
    index === 0
      ? `display:inline-block;padding:13px 22px;border-radius:6px;background-color:${accent};font-weight:600;color:${onAccent};text-decoration:none`
      : "color:#17181a;text-decoration:underline";
  const name = index === 0 ? "" : ' class="strong"';
  return `<p style="margin:24px 0 12px;font-size:16px;line-height:20px"><a${name} href="${escapeHtml(url)}" style="${style}">${escapeHtml(label)}</a></p>`;
}
