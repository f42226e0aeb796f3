-- CreateEnum
CREATE TYPE "AppRole" AS ENUM ('AppAdmin', 'AppMember');

-- CreateEnum
CREATE TYPE "MembershipState" AS ENUM ('Active', 'Inactive');

-- CreateEnum
CREATE TYPE "OrganizationStatus" AS ENUM ('active', 'archived');

-- CreateEnum
CREATE TYPE "ProjectVisibility" AS ENUM ('Private', 'Public');

-- CreateEnum
CREATE TYPE "ProjectRole" AS ENUM ('Viewer', 'Commenter', 'Editor', 'Admin', 'Owner');

-- CreateEnum
CREATE TYPE "UserStatus" AS ENUM ('pending', 'active', 'suspended');

-- CreateEnum
CREATE TYPE "TokenPurpose" AS ENUM ('registration', 'verify_email', 'reset_password', 'invitation', 'mfa', 'passkey_registration', 'passkey_authentication');

-- CreateTable
CREATE TABLE "AuditEvent" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "action" TEXT NOT NULL,
    "actorKind" TEXT NOT NULL,
    "actorId" TEXT,
    "organizationId" UUID,
    "targetKind" TEXT,
    "targetId" TEXT,
    "sessionId" UUID,
    "apiKeyId" UUID,
    "remoteIp" TEXT,
    "userAgent" TEXT,
    "requestId" TEXT,
    "changes" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "AuditEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ServiceAccount" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "username" TEXT NOT NULL,
    "description" TEXT,
    "appRole" "AppRole" NOT NULL DEFAULT 'AppMember',
    "roleId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "ServiceAccount_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ApiKey" (
    "id" UUID NOT NULL,
    "membershipId" UUID,
    "serviceAccountId" UUID,
    "name" TEXT NOT NULL,
    "prefix" TEXT NOT NULL,
    "keyHash" BYTEA NOT NULL,
    "scopes" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "lastUsedAt" TIMESTAMPTZ(3),
    "expiresAt" TIMESTAMPTZ(3),

    CONSTRAINT "ApiKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Membership" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "appRole" "AppRole" NOT NULL DEFAULT 'AppMember',
    "roleId" UUID NOT NULL,
    "state" "MembershipState" NOT NULL DEFAULT 'Active',
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "displayName" TEXT,
    "jobPositionName" TEXT,
    "jobPositionDescription" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Membership_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MemberCount" (
    "organizationId" UUID NOT NULL,
    "state" "MembershipState" NOT NULL,
    "total" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "MemberCount_pkey" PRIMARY KEY ("organizationId","state")
);

-- CreateTable
CREATE TABLE "Role" (
    "id" UUID NOT NULL,
    "organizationId" UUID,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "permissions" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Role_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Organization" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT,
    "logoUrl" TEXT,
    "status" "OrganizationStatus" NOT NULL DEFAULT 'active',
    "settings" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Organization_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OrganizationSlug" (
    "slug" TEXT NOT NULL,
    "organizationId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "OrganizationSlug_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "ownerId" UUID,
    "name" TEXT NOT NULL,
    "goal" TEXT,
    "deadline" TIMESTAMPTZ(3),
    "visibility" "ProjectVisibility" NOT NULL DEFAULT 'Private',
    "defaultMemberRole" "ProjectRole" NOT NULL DEFAULT 'Viewer',
    "defaultRoleEnabled" BOOLEAN NOT NULL DEFAULT false,
    "projectContext" TEXT,
    "answerContext" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProjectMember" (
    "projectId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "role" "ProjectRole" NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "ProjectMember_pkey" PRIMARY KEY ("projectId","membershipId")
);

-- CreateTable
CREATE TABLE "ProjectPin" (
    "projectId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ProjectPin_pkey" PRIMARY KEY ("projectId","membershipId")
);

-- CreateTable
CREATE TABLE "Artifact" (
    "id" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "membershipId" UUID,
    "name" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "ingestStatus" TEXT NOT NULL,
    "contentKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Artifact_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Integration" (
    "id" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "credentialsEncrypted" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Integration_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "tokenId" UUID NOT NULL,
    "activeOrganizationId" UUID,
    "deviceId" TEXT NOT NULL,
    "authTime" TIMESTAMPTZ(3) NOT NULL,
    "stepUpAt" TIMESTAMPTZ(3),
    "amr" TEXT[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "remoteIp" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "KnownDevice" (
    "userId" UUID NOT NULL,
    "deviceId" TEXT NOT NULL,
    "firstSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "KnownDevice_pkey" PRIMARY KEY ("userId","deviceId")
);

-- CreateTable
CREATE TABLE "TrustedDevice" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "deviceId" TEXT NOT NULL,
    "secretHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "remoteIp" TEXT NOT NULL,
    "userAgent" TEXT NOT NULL,

    CONSTRAINT "TrustedDevice_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Totp" (
    "userId" UUID NOT NULL,
    "secretEncrypted" BYTEA NOT NULL,
    "activatedAt" TIMESTAMPTZ(3),
    "usedSteps" INTEGER[],
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Totp_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "RecoveryCode" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "codeHash" BYTEA NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "RecoveryCode_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Passkey" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "credentialId" TEXT NOT NULL,
    "publicKey" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastUsedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Team" (
    "id" UUID NOT NULL,
    "organizationId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "defaultRoleId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "Team_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TeamMember" (
    "teamId" UUID NOT NULL,
    "membershipId" UUID NOT NULL,
    "roleId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,

    CONSTRAINT "TeamMember_pkey" PRIMARY KEY ("teamId","membershipId")
);

-- CreateTable
CREATE TABLE "User" (
    "id" UUID NOT NULL,
    "displayName" TEXT NOT NULL,
    "givenName" TEXT,
    "familyName" TEXT,
    "bio" TEXT,
    "avatarUrl" TEXT,
    "locale" TEXT,
    "agentCommunicationLocale" TEXT,
    "timezone" TEXT,
    "phoneNumber" TEXT,
    "birthDate" DATE,
    "status" "UserStatus" NOT NULL DEFAULT 'pending',
    "passwordHash" TEXT,
    "passwordChangeRequired" BOOLEAN NOT NULL DEFAULT false,
    "passwordExpiresAt" TIMESTAMPTZ(3),
    "managedById" UUID,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,
    "deletedAt" TIMESTAMPTZ(3),
    "purgedAt" TIMESTAMPTZ(3),

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UserEmail" (
    "userId" UUID NOT NULL,
    "address" TEXT NOT NULL,
    "isPrimary" BOOLEAN NOT NULL DEFAULT false,
    "verifiedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedBy" TEXT NOT NULL,

    CONSTRAINT "UserEmail_pkey" PRIMARY KEY ("userId","address")
);

-- CreateTable
CREATE TABLE "OneTimeToken" (
    "id" UUID NOT NULL,
    "purpose" "TokenPurpose" NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "userId" UUID,
    "organizationId" UUID,
    "email" TEXT,
    "payload" JSONB NOT NULL DEFAULT '{}',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "createdBy" TEXT NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),

    CONSTRAINT "OneTimeToken_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Job" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "payloadSealed" BYTEA NOT NULL,
    "runAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "failedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Job_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "AuditEvent_organizationId_id_idx" ON "AuditEvent"("organizationId", "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_actorId_id_idx" ON "AuditEvent"("actorId", "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_targetId_id_idx" ON "AuditEvent"("targetId", "id" DESC);

-- CreateIndex
CREATE INDEX "ServiceAccount_organizationId_id_idx" ON "ServiceAccount"("organizationId", "id");

-- CreateIndex
CREATE INDEX "ServiceAccount_roleId_idx" ON "ServiceAccount"("roleId");

-- CreateIndex
CREATE UNIQUE INDEX "ServiceAccount_organizationId_username_key" ON "ServiceAccount"("organizationId", "username");

-- CreateIndex
CREATE UNIQUE INDEX "ApiKey_keyHash_key" ON "ApiKey"("keyHash");

-- CreateIndex
CREATE INDEX "ApiKey_membershipId_id_idx" ON "ApiKey"("membershipId", "id");

-- CreateIndex
CREATE INDEX "ApiKey_serviceAccountId_id_idx" ON "ApiKey"("serviceAccountId", "id");

-- CreateIndex
CREATE INDEX "Membership_organizationId_id_idx" ON "Membership"("organizationId", "id");

-- CreateIndex
CREATE INDEX "Membership_organizationId_state_id_idx" ON "Membership"("organizationId", "state", "id");

-- CreateIndex
CREATE INDEX "Membership_organizationId_appRole_state_idx" ON "Membership"("organizationId", "appRole", "state");

-- CreateIndex
CREATE INDEX "Membership_organizationId_roleId_state_idx" ON "Membership"("organizationId", "roleId", "state");

-- CreateIndex
CREATE INDEX "Membership_roleId_idx" ON "Membership"("roleId");

-- CreateIndex
CREATE UNIQUE INDEX "Membership_userId_organizationId_key" ON "Membership"("userId", "organizationId");

-- CreateIndex
CREATE UNIQUE INDEX "Role_organizationId_name_key" ON "Role"("organizationId", "name");

-- CreateIndex
CREATE UNIQUE INDEX "Organization_slug_key" ON "Organization"("slug");

-- CreateIndex
CREATE INDEX "OrganizationSlug_organizationId_idx" ON "OrganizationSlug"("organizationId");

-- CreateIndex
CREATE INDEX "Project_organizationId_id_idx" ON "Project"("organizationId", "id");

-- CreateIndex
CREATE INDEX "Project_ownerId_idx" ON "Project"("ownerId");

-- CreateIndex
CREATE INDEX "ProjectMember_membershipId_projectId_idx" ON "ProjectMember"("membershipId", "projectId");

-- CreateIndex
CREATE INDEX "ProjectPin_membershipId_idx" ON "ProjectPin"("membershipId");

-- CreateIndex
CREATE INDEX "Artifact_projectId_id_idx" ON "Artifact"("projectId", "id");

-- CreateIndex
CREATE INDEX "Artifact_membershipId_id_idx" ON "Artifact"("membershipId", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "Integration_membershipId_type_key" ON "Integration"("membershipId", "type");

-- CreateIndex
CREATE INDEX "Session_userId_authTime_idx" ON "Session"("userId", "authTime" DESC);

-- CreateIndex
CREATE INDEX "Session_activeOrganizationId_idx" ON "Session"("activeOrganizationId");

-- CreateIndex
CREATE INDEX "Session_expiresAt_idx" ON "Session"("expiresAt");

-- CreateIndex
CREATE UNIQUE INDEX "TrustedDevice_secretHash_key" ON "TrustedDevice"("secretHash");

-- CreateIndex
CREATE INDEX "TrustedDevice_userId_createdAt_idx" ON "TrustedDevice"("userId", "createdAt" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "RecoveryCode_userId_codeHash_key" ON "RecoveryCode"("userId", "codeHash");

-- CreateIndex
CREATE UNIQUE INDEX "Passkey_credentialId_key" ON "Passkey"("credentialId");

-- CreateIndex
CREATE INDEX "Passkey_userId_idx" ON "Passkey"("userId");

-- CreateIndex
CREATE INDEX "Team_organizationId_id_idx" ON "Team"("organizationId", "id");

-- CreateIndex
CREATE INDEX "Team_defaultRoleId_idx" ON "Team"("defaultRoleId");

-- CreateIndex
CREATE UNIQUE INDEX "Team_organizationId_name_key" ON "Team"("organizationId", "name");

-- CreateIndex
CREATE INDEX "TeamMember_membershipId_idx" ON "TeamMember"("membershipId");

-- CreateIndex
CREATE INDEX "TeamMember_roleId_idx" ON "TeamMember"("roleId");

-- CreateIndex
CREATE INDEX "User_managedById_idx" ON "User"("managedById");

-- CreateIndex
CREATE INDEX "User_deletedAt_idx" ON "User"("deletedAt");

-- CreateIndex
CREATE INDEX "UserEmail_address_idx" ON "UserEmail"("address");

-- CreateIndex
CREATE UNIQUE INDEX "OneTimeToken_tokenHash_key" ON "OneTimeToken"("tokenHash");

-- CreateIndex
CREATE INDEX "OneTimeToken_userId_purpose_idx" ON "OneTimeToken"("userId", "purpose");

-- CreateIndex
CREATE INDEX "OneTimeToken_organizationId_purpose_id_idx" ON "OneTimeToken"("organizationId", "purpose", "id");

-- CreateIndex
CREATE INDEX "OneTimeToken_email_purpose_idx" ON "OneTimeToken"("email", "purpose");

-- CreateIndex
CREATE INDEX "OneTimeToken_expiresAt_idx" ON "OneTimeToken"("expiresAt");

-- CreateIndex
CREATE INDEX "Job_failedAt_runAt_idx" ON "Job"("failedAt", "runAt");

-- AddForeignKey
ALTER TABLE "ServiceAccount" ADD CONSTRAINT "ServiceAccount_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ServiceAccount" ADD CONSTRAINT "ServiceAccount_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_serviceAccountId_fkey" FOREIGN KEY ("serviceAccountId") REFERENCES "ServiceAccount"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "MemberCount" ADD CONSTRAINT "MemberCount_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Role" ADD CONSTRAINT "Role_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OrganizationSlug" ADD CONSTRAINT "OrganizationSlug_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Project" ADD CONSTRAINT "Project_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "Membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectMember" ADD CONSTRAINT "ProjectMember_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectMember" ADD CONSTRAINT "ProjectMember_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectPin" ADD CONSTRAINT "ProjectPin_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ProjectPin" ADD CONSTRAINT "ProjectPin_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Artifact" ADD CONSTRAINT "Artifact_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Artifact" ADD CONSTRAINT "Artifact_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Integration" ADD CONSTRAINT "Integration_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_activeOrganizationId_fkey" FOREIGN KEY ("activeOrganizationId") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KnownDevice" ADD CONSTRAINT "KnownDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TrustedDevice" ADD CONSTRAINT "TrustedDevice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Totp" ADD CONSTRAINT "Totp_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RecoveryCode" ADD CONSTRAINT "RecoveryCode_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Passkey" ADD CONSTRAINT "Passkey_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Team" ADD CONSTRAINT "Team_defaultRoleId_fkey" FOREIGN KEY ("defaultRoleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_teamId_fkey" FOREIGN KEY ("teamId") REFERENCES "Team"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_membershipId_fkey" FOREIGN KEY ("membershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamMember" ADD CONSTRAINT "TeamMember_roleId_fkey" FOREIGN KEY ("roleId") REFERENCES "Role"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "User" ADD CONSTRAINT "User_managedById_fkey" FOREIGN KEY ("managedById") REFERENCES "Organization"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "UserEmail" ADD CONSTRAINT "UserEmail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeToken" ADD CONSTRAINT "OneTimeToken_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OneTimeToken" ADD CONSTRAINT "OneTimeToken_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- From here on by hand: what the Prisma schema cannot say. Prisma does not see it, and so never drops it.

-- A person has one address to be written to.
CREATE UNIQUE INDEX "UserEmail_one_primary_key" ON "UserEmail"("userId") WHERE "isPrimary";

-- An address belongs to the one user who verified it or signs in with it. Others may note it unverified, so that nobody
-- can keep an address from its owner by claiming it first.
CREATE UNIQUE INDEX "UserEmail_owner_key" ON "UserEmail"("address") WHERE "verifiedAt" IS NOT NULL OR "isPrimary";

-- A person has one membership to start in.
CREATE UNIQUE INDEX "Membership_one_primary_key" ON "Membership"("userId") WHERE "isPrimary";

-- NULLs differ from each other in a unique index, so "Role_organizationId_name_key" says nothing of the built-in roles.
CREATE UNIQUE INDEX "Role_builtin_name_key" ON "Role"("name") WHERE "organizationId" IS NULL;

-- Unique addresses mean nothing unless they are normalized. 254 is the longest that fits an SMTP path (RFC 5321).
ALTER TABLE "UserEmail" ADD CONSTRAINT "UserEmail_address_check" CHECK (
    "address" = lower("address") AND position('@' IN "address") > 0 AND char_length("address") <= 254
);

-- A slug stands in URLs and in the x-org header as it is.
ALTER TABLE "Organization" ADD CONSTRAINT "Organization_slug_check" CHECK (
    "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("slug") BETWEEN 2 AND 48
);

ALTER TABLE "OrganizationSlug" ADD CONSTRAINT "OrganizationSlug_slug_check" CHECK (
    "slug" ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND char_length("slug") BETWEEN 2 AND 48
);

-- A key acts as its owner: with none it could do nothing, with two it would be unclear whose rights it has.
ALTER TABLE "ApiKey" ADD CONSTRAINT "ApiKey_owner_check" CHECK (num_nonnulls("membershipId", "serviceAccountId") = 1);

-- A count below zero would mean that the triggers below are wrong: better a failed statement than a silent lie.
ALTER TABLE "MemberCount" ADD CONSTRAINT "MemberCount_total_check" CHECK ("total" >= 0);

-- The name is shown wherever a person is: it is never empty and never a page long.
ALTER TABLE "User" ADD CONSTRAINT "User_displayName_check" CHECK (char_length("displayName") BETWEEN 1 AND 200);

-- "MemberCount" is kept by statement, not by row, so that adding many members at once writes each count once. Every
-- function takes the counts in the order of the primary key: two statements that took them in different orders could
-- wait for each other for ever.

CREATE FUNCTION "MemberCount_add"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO "MemberCount" AS "counter" ("organizationId", "state", "total")
    SELECT "organizationId", "state", count(*) FROM "added" GROUP BY 1, 2 ORDER BY 1, 2
    ON CONFLICT ("organizationId", "state") DO UPDATE SET "total" = "counter"."total" + EXCLUDED."total";
    RETURN NULL;
END
$$;

-- Never inserts: when a whole organization is deleted, its counts may be gone before its memberships.
CREATE FUNCTION "MemberCount_remove"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM "MemberCount" WHERE ("organizationId", "state") IN (SELECT "organizationId", "state" FROM "removed")
    ORDER BY "organizationId", "state" FOR UPDATE;

    UPDATE "MemberCount" AS "counter" SET "total" = "counter"."total" - "change"."total"
    FROM (SELECT "organizationId", "state", count(*) AS "total" FROM "removed" GROUP BY 1, 2) AS "change"
    WHERE "counter"."organizationId" = "change"."organizationId" AND "counter"."state" = "change"."state";
    RETURN NULL;
END
$$;

-- Most updates of memberships change no state, and write nothing here. A new count begins at the part of the change that
-- is above zero, because the check is made on it before the conflict with the existing row is found.
CREATE FUNCTION "MemberCount_move"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    WITH "change" AS (
        SELECT "organizationId", "state", sum("one") AS "total" FROM (
            SELECT "organizationId", "state", 1 AS "one" FROM "added"
            UNION ALL
            SELECT "organizationId", "state", -1 FROM "removed"
        ) AS "moved" GROUP BY 1, 2 HAVING sum("one") <> 0
    )
    INSERT INTO "MemberCount" AS "counter" ("organizationId", "state", "total")
    SELECT "organizationId", "state", greatest("total", 0) FROM "change" ORDER BY 1, 2
    ON CONFLICT ("organizationId", "state") DO UPDATE SET "total" = "counter"."total" + (
        SELECT "total" FROM "change"
        WHERE "organizationId" = "counter"."organizationId" AND "state" = "counter"."state"
    );
    RETURN NULL;
END
$$;

CREATE TRIGGER "Membership_count_insert" AFTER INSERT ON "Membership"
REFERENCING NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "MemberCount_add"();

CREATE TRIGGER "Membership_count_delete" AFTER DELETE ON "Membership"
REFERENCING OLD TABLE AS "removed" FOR EACH STATEMENT EXECUTE FUNCTION "MemberCount_remove"();

CREATE TRIGGER "Membership_count_update" AFTER UPDATE ON "Membership"
REFERENCING OLD TABLE AS "removed" NEW TABLE AS "added" FOR EACH STATEMENT EXECUTE FUNCTION "MemberCount_move"();

-- The built-in roles belong to no organization. Their ids are fixed, so that code and tests may name them.
INSERT INTO "Role" ("id", "name", "permissions", "createdBy", "updatedBy") VALUES
    (
        '01a1fb67-1800-7000-8000-000000000001', 'OrganizationAdmin',
        '{users:read,users:write,orgs:read,orgs:write,projects:read,projects:write}', 'root', 'root'
    ),
    ('01a1fb67-1800-7000-8000-000000000002', 'Manager', '{users:read,orgs:read,projects:read,projects:write}', 'root', 'root'),
    ('01a1fb67-1800-7000-8000-000000000003', 'Coach', '{users:read,orgs:read,projects:read,projects:write}', 'root', 'root'),
    ('01a1fb67-1800-7000-8000-000000000004', 'Teacher', '{users:read,orgs:read,projects:read}', 'root', 'root');
