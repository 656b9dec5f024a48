import type { AttackContext } from "@/attack/client/attack-context";
import { type Finding, judge } from "@/attack/client/finding";
import type { Headers } from "@/attack/client/shop-client";

const job = "/api/jobs/daily";
const credentials = [
  "",
  "Bearer",
  "Bearer ",
  "Bearer undefined",
  "Bearer null",
  `Bearer ${"x".repeat(44)}`,
  "Basic Og==",
];

/** Calls the daily job as a stranger, who could delete early or keep the database busy. */
export async function attackJob({ shop }: AttackContext): Promise<Finding[]> {
  const hostile: Headers[] = [
    ...credentials.map((authorization) => ({ authorization })),
    { "user-agent": "vercel-cron/1.0", "x-vercel-cron": "1" },
    { "x-forwarded-for": "127.0.0.1", "x-real-ip": "127.0.0.1" },
  ];
  const answers = [];
  for (const headers of hostile) answers.push(await shop.ask("GET", job, { headers }));
  for (const path of [`${job}?secret=`, `${job}/`]) answers.push(await shop.ask("GET", path));
  for (const method of ["HEAD", "POST", "OPTIONS"]) answers.push(await shop.ask(method, job));
  const opened = answers.filter(({ method, status }) => status < 300 && method !== "OPTIONS");
  const told = answers.filter(({ body }) => body.includes('"state"'));
  return [
    judge(
      {
        asvs: "8.3.1",
        requirement: "R38",
        tried: `${answers.length} ways of calling the daily job without its secret`,
      },
      [...new Set([...opened, ...told])].map(({ method, path, status }) => `${method} ${path}: ${status}`),
      "none ran it",
    ),
  ];
}
