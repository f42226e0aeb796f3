CREATE INDEX CONCURRENTLY "Organization_slug_prefix_idx" ON "Organization" ("slug" text_pattern_ops);
