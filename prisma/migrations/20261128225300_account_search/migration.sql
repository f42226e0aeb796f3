CREATE INDEX CONCURRENTLY "Membership_accountText_idx" ON "Membership" USING GIN ("accountText" gin_trgm_ops) WHERE "accountText" IS NOT NULL;
