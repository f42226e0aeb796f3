CREATE INDEX CONCURRENTLY "Organization_logoUrl_idx" ON "Organization"("logoUrl");
