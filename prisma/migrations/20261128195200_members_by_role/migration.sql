CREATE INDEX CONCURRENTLY "Membership_organizationId_roleId_id_idx" ON "Membership"("organizationId", "roleId", "id");
