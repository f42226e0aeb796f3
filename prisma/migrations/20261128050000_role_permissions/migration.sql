-- No route asks a role for these: what a member may do in a project depends on the member's role in that project.
UPDATE "Role"
SET "permissions" = array_remove(array_remove("permissions", 'projects:read'), 'projects:write'), "updatedAt" = now()
WHERE "permissions" && ARRAY['projects:read', 'projects:write'];
