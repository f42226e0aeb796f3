CREATE INDEX CONCURRENTLY "Membership_organizationId_secondFactor_id_idx" ON "Membership"("organizationId", "secondFactor", "id");
