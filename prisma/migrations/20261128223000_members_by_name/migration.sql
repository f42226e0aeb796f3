CREATE INDEX CONCURRENTLY "Membership_name_idx" ON "Membership" ("organizationId", (left(split_part("searchText", E'\n', 1), 100)) COLLATE "C", "id");
