-- What is deleted after a while is found by an index.

-- CreateIndex
CREATE INDEX "KnownDevice_firstSeenAt_idx" ON "KnownDevice"("firstSeenAt");

-- CreateIndex
CREATE INDEX "TrustedDevice_expiresAt_idx" ON "TrustedDevice"("expiresAt");

-- CreateIndex
CREATE INDEX "ApiKey_expiresAt_idx" ON "ApiKey"("expiresAt");

-- CreateIndex
CREATE INDEX "Invitation_expiresAt_idx" ON "Invitation"("expiresAt");

-- CreateIndex
CREATE INDEX "Invitation_revokedAt_idx" ON "Invitation"("revokedAt");

-- Replaced by one job for all tables.
DELETE FROM "Job" WHERE kind = 'clear_invitations';
