CREATE INDEX CONCURRENTLY "Membership_organizationId_accountStatus_id_idx" ON "Membership"("organizationId", "accountStatus", "id");
