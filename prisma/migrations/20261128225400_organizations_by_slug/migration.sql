CREATE INDEX CONCURRENTLY "Organization_slug_prefix_idx" ON "Organization" (lower("slug") text_pattern_ops);
