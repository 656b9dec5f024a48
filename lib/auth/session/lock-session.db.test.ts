import { expect, it } from "vitest";
import { reportNotMe } from "@/lib/auth/report/report-not-me";
import { hashKey } from "@/lib/crypto/secret-key";
import { db } from "@/lib/db/client";
import { makeReportToken } from "@/lib/signed-link/report-token";
import { lockSession } from "@/lib/users/locks";
import { visitor } from "@/test/login-parts";
import { openTestSession } from "@/test/passkey-parts";
import { whileOpen } from "@/test/while-open";

// Only a native PostgreSQL can fail: the embedded one runs one transaction at a time.
it("A report of a session removes the recovery code that is being made in it.", async () => {
  const session = await openTestSession();
  const userId = session.user.id;
  const isReported = await whileOpen(
    (transaction) => lockSession(transaction, session.id),
    () => reportNotMe(makeReportToken("session", session.id), visitor),
    (transaction) => {
      const addedInSession = hashKey(session.id);
      return transaction.recoveryCode.create({ data: { userId, codeHash: hashKey(userId), addedInSession } });
    },
  );
  expect(isReported).toBe(true);
  expect(await db().recoveryCode.count({ where: { userId } })).toBe(0);
});
