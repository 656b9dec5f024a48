import { randomBytes } from "node:crypto";
import type { RawAnswer, RawRequest } from "./raw-http";

export type FormField = { name: string; value: string; filename?: string; contentType?: string };
/** A form as a page shows it, with its hidden fields. `action` is where it posts to: the page itself, unless it says. */
export type ShownForm = { action: string; fields: FormField[] };

/** Reads the forms that post from a page, as a browser without scripts sees them. */
export function readForms(page: RawAnswer, path: string): ShownForm[] {
  return [...page.body.matchAll(/<form\b([^>]*)>([\s\S]*?)<\/form>/g)]
    .filter(([, attributes = ""]) => /\bmethod="post"/i.test(attributes))
    .map(([, attributes = "", inner = ""]) => ({
      action: attribute(attributes, "action") || path,
      fields: [...inner.matchAll(/<(?:input|button|textarea)\b([^>]*)>/g)].flatMap(([, field = ""]) => {
        const name = attribute(field, "name");
        return name ? [{ name, value: attribute(field, "value") ?? "" }] : [];
      }),
    }));
}

function attribute(tag: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)${name}="([^"]*)"`).exec(tag)?.[1];
  const entities: Record<string, string> = { quot: '"', amp: "&", lt: "<", gt: ">", "#x27": "'", "#39": "'" };
  return value?.replace(/&(\w+|#\w+);/g, (whole, entity) => entities[entity] ?? whole);
}

/** The fields as multipart/form-data (RFC 7578), with names and values just as they are. */
export function encodeMultipart(fields: FormField[], boundary = newBoundary()): { boundary: string; body: Buffer } {
  const parts = fields.map(({ name, value, filename, contentType }) => {
    const file = filename === undefined ? "" : `; filename="${filename}"`;
    const type = contentType === undefined ? "" : `\r\nContent-Type: ${contentType}`;
    // What would end the line ends the field's name in a browser too: it escapes these three (HTML, section 4.10.21.8).
    const escaped = name.replace(/\r/g, "%0D").replace(/\n/g, "%0A").replace(/"/g, "%22");
    return `--${boundary}\r\nContent-Disposition: form-data; name="${escaped}"${file}${type}\r\n\r\n${value}\r\n`;
  });
  return { boundary, body: Buffer.from(`${parts.join("")}--${boundary}--\r\n`) };
}

export function newBoundary(): string {
  return `----shop${randomBytes(8).toString("hex")}`;
}

/** The request by which a browser without scripts posts these fields. */
export function postForm(target: string, fields: FormField[], headers: RawRequest["headers"] = []): RawRequest {
  const { boundary, body } = encodeMultipart(fields);
  const type = ["Content-Type", `multipart/form-data; boundary=${boundary}`] as const;
  return { method: "POST", target, headers: [type, ...headers], body };
}
