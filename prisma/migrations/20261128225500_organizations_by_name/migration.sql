CREATE INDEX CONCURRENTLY "Organization_name_prefix_idx" ON "Organization" ("name_form"("name") text_pattern_ops);
