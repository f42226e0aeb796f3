-- AlterTable
ALTER TABLE "Invitation" RENAME COLUMN "role" TO "roleName";
ALTER TABLE "Invitation" ADD COLUMN "roleId" UUID;

-- The role of that name that was meant all along: a built-in one stands above one of the organization's own.
UPDATE "Invitation" i SET "roleId" = (
  SELECT r.id FROM "Role" r
  WHERE r.name = i."roleName" AND (r."organizationId" IS NULL OR r."organizationId" = i."organizationId")
  ORDER BY r."organizationId" NULLS FIRST LIMIT 1
) WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;

-- Nobody could accept these: their role was renamed or deleted.
UPDATE "Invitation" SET "revokedAt" = now() WHERE "roleId" IS NULL AND "acceptedAt" IS NULL AND "revokedAt" IS NULL;

-- CreateIndex
CREATE INDEX "Invitation_roleId_idx" ON "Invitation"("roleId");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- An open invitation has a role to give, and one that has ended keeps none from being deleted.
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_role_check" CHECK (
  ("roleId" IS NOT NULL) = ("acceptedAt" IS NULL AND "revokedAt" IS NULL)
);

-- The few that can still be accepted are found among the many that were, and so are those that are to be erased.
CREATE INDEX "Invitation_open_idx" ON "Invitation"("organizationId", "id") WHERE "acceptedAt" IS NULL AND "revokedAt" IS NULL;
CREATE INDEX "Invitation_unaccepted_idx" ON "Invitation"("expiresAt") WHERE "acceptedAt" IS NULL;
