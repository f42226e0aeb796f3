-- An organization lists its API keys without a read of all its members.

-- AlterTable
ALTER TABLE "ApiKey" ADD COLUMN "organizationId" UUID NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000'::uuid;

UPDATE "ApiKey" k SET "organizationId" = coalesce(
  (SELECT "organizationId" FROM "Membership" WHERE id = k."membershipId"),
  (SELECT "organizationId" FROM "ServiceAccount" WHERE id = k."serviceAccountId"));

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "ApiKey_organizationId_id_idx" ON "ApiKey"("organizationId", "id");

-- The keys of service accounts alone, which are few among those of many members.
CREATE INDEX "ApiKey_serviceAccounts_idx" ON "ApiKey"("organizationId", "id") WHERE "serviceAccountId" IS NOT NULL;

-- A key works in the organization of its owner, whatever an insert says. No owner changes its organization.
CREATE FUNCTION "set_api_key_organization"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW."organizationId" := coalesce(
    (SELECT "organizationId" FROM "Membership" WHERE id = NEW."membershipId"),
    (SELECT "organizationId" FROM "ServiceAccount" WHERE id = NEW."serviceAccountId"),
    NEW."organizationId");
  RETURN NEW;
END
$$;

CREATE TRIGGER "ApiKey_organization" BEFORE INSERT OR UPDATE OF "membershipId", "serviceAccountId", "organizationId" ON "ApiKey"
  FOR EACH ROW EXECUTE FUNCTION "set_api_key_organization"();
