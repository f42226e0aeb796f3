-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN "senderServiceAccountId" UUID;

-- Service accounts that sent the last link of an open invitation, also deleted ones. Root has no id.
UPDATE "Invitation" i SET "senderServiceAccountId" = t."createdBy"::uuid
FROM "OneTimeToken" t
WHERE t.id = i."tokenId" AND i."senderMembershipId" IS NULL AND t."createdBy" <> 'root'
  AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL;

-- Their sender is gone.
UPDATE "Invitation" i SET "revokedAt" = now(), "roleId" = NULL, "roleName" = r.name
FROM "Role" r
WHERE r.id = i."roleId" AND i."acceptedAt" IS NULL AND i."revokedAt" IS NULL AND (
  ("senderMembershipId" IS NOT NULL AND NOT EXISTS (SELECT FROM "Membership" m WHERE m.id = i."senderMembershipId"))
  OR ("senderServiceAccountId" IS NOT NULL
    AND NOT EXISTS (SELECT FROM "ServiceAccount" a WHERE a.id = i."senderServiceAccountId"))
);

-- One sender at most: a person or a service account. Without either, root sent it.
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_sender_check" CHECK (
  "senderMembershipId" IS NULL OR "senderServiceAccountId" IS NULL
);

-- The open invitations of a sender end with the sender.
CREATE INDEX "Invitation_open_membership_idx" ON "Invitation"("senderMembershipId") WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;
CREATE INDEX "Invitation_open_serviceAccount_idx" ON "Invitation"("senderServiceAccountId") WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;
