import { env } from "@/lib/env";

/** What a notice says: paragraphs, and at most one link, always to our own configured address. */
export type Notice = {
  heading: string;
  paragraphs: string[];
  link?: { label: string; path: string };
};

/**
 * The one look of all notices, as HTML and as text. Links start with APP_URL, never with a request's Host header,
 * which an attacker could choose (OWASP Forgot Password Cheat Sheet).
 */
export function layOutNotice(notice: Notice): { html: string; text: string } {
  const { APP_URL, SENDGRID_FROM_NAME } = env();
  const url = notice.link ? `${APP_URL}${notice.link.path}` : null;
  const text = [
    notice.heading,
    ...notice.paragraphs,
    ...(url ? [`${notice.link?.label}: ${url}`] : []),
    `${SENDGRID_FROM_NAME}, ${APP_URL}`,
  ];
  const paragraphs = notice.paragraphs.map((paragraph) => `<p style="margin:0 0 16px">${escapeHtml(paragraph)}</p>`);
  const button = url
    ? `<p style="margin:24px 0"><a href="${escapeHtml(url)}" style="background:#1437b0;color:#ffffff;padding:13px 22px;border-radius:6px;font-weight:600;text-decoration:none;display:inline-block">${escapeHtml(notice.link?.label ?? "")}</a></p>`
    : "";
  return {
    text: text.join("\n\n"),
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escapeHtml(notice.heading)}</title></head>
<body style="margin:0;padding:32px 16px;font:16px/1.55 'Helvetica Neue',Helvetica,Arial,sans-serif"><div style="max-width:520px;margin:0 auto">
<p style="margin:0 0 28px"><span style="background:#1437b0;color:#ffffff;padding:6px 12px;border-radius:4px;font-weight:700">${escapeHtml(SENDGRID_FROM_NAME)}</span></p>
<h1 style="margin:0 0 16px;font-size:28px;line-height:1.15">${escapeHtml(notice.heading)}</h1>
${paragraphs.join("\n")}${button}
</div></body></html>`,
  };
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
