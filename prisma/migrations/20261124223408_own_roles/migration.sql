-- CreateIndex
CREATE INDEX "Role_organizationId_id_idx" ON "Role"("organizationId", "id");

-- Two roles of an organization that differ in case or in the form of their letters would be taken for each other.
CREATE UNIQUE INDEX "Role_own_name_key" ON "Role"("organizationId", lower(normalize("name", NFKC)))
WHERE "organizationId" IS NOT NULL;

-- Administrators are known by the name of their role, so no other role has it.
ALTER TABLE "Role" ADD CONSTRAINT "Role_administrator_check" CHECK (
    "organizationId" IS NULL OR lower(normalize("name", NFKC)) <> 'organizationadmin'
);

-- A role's permissions are what it adds to what every active member may do. These three add nothing: what they had stored
-- would have opened the administrators' lists to everybody.
UPDATE "Role" SET "permissions" = '{}', "updatedAt" = now()
WHERE "organizationId" IS NULL AND "name" IN ('Manager', 'Coach', 'Teacher');
