CREATE INDEX CONCURRENTLY "Membership_organizationId_userId_idx" ON "Membership"("organizationId", "userId");
