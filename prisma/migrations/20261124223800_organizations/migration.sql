-- CreateIndex
CREATE INDEX "AuditEvent_organizationId_actorId_id_idx" ON "AuditEvent"("organizationId", "actorId", "id" DESC);

-- CreateIndex
CREATE INDEX "AuditEvent_organizationId_action_id_idx" ON "AuditEvent"("organizationId", "action", "id" DESC);

-- CreateIndex
CREATE INDEX "Organization_createdBy_idx" ON "Organization"("createdBy");
