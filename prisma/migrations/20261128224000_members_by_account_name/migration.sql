CREATE INDEX CONCURRENTLY "Membership_accountName_idx" ON "Membership" ("organizationId", (left(split_part(coalesce("accountText", "searchText"), E'\n', 1), 100)) COLLATE "C", "id");
