-- When an organization first gave itself access to an account that it manages, by a temporary password.
ALTER TABLE "User" ADD COLUMN "managerAccessAt" TIMESTAMPTZ(3);
UPDATE "User" SET "managerAccessAt" = "updatedAt" WHERE "passwordChangeRequired" AND "managedById" IS NOT NULL;
