import type { InboxMessage } from "@/emulator/state/inbox-message";

/** Name and address as one line. */
export function senderLine({ channel, from }: InboxMessage): string {
  if (from.email === "") return from.name;
  return channel === "email" && from.name !== "" ? `${from.name} <${from.email}>` : from.email;
}

/** The headers of a mail as its reader's program would show them; for phones, what their network tells. */
export function messageHeaders(message: InboxMessage): [name: string, value: string][] {
  const { channel, to, subject, receivedAt, id, html, headers } = message;
  const common: [string, string][] = [
    ["From", senderLine(message)],
    ["To", to],
  ];
  const date = new Date(receivedAt).toUTCString().replace("GMT", "+0000");
  if (channel !== "email") return [...common, ["Date", date], [channel === "call" ? "Call SID" : "Message SID", id]];
  return [
    ...common,
    ["Subject", subject],
    ["Date", date],
    ["Message-ID", `<${id}@emulator>`],
    ["Content-Type", html === null ? "text/plain; charset=utf-8" : "multipart/alternative"],
    ...Object.entries(headers),
  ];
}
