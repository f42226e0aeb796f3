-- What a session was last stepped up with. Null beside a time: unknown, which counts as a password.
ALTER TABLE "Session" ADD COLUMN "stepUpMethod" TEXT;

-- Recovery codes exist beside a second factor only: alone they would be passwords of their own.
DELETE FROM "RecoveryCode" c
WHERE NOT EXISTS (SELECT FROM "Totp" t WHERE t."userId" = c."userId" AND t."activatedAt" IS NOT NULL)
  AND NOT EXISTS (SELECT FROM "Passkey" p WHERE p."userId" = c."userId");
