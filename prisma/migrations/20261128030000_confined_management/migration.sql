-- Management without domain proof is confined: accounts that are also members of another organization are released.
WITH "released" AS (
  SELECT u."id", u."managedById" FROM "User" u
  WHERE u."managedById" IS NOT NULL AND EXISTS (
    SELECT FROM "Membership" m WHERE m."userId" = u."id" AND m."organizationId" <> u."managedById"
  )
), "recorded" AS (
  INSERT INTO "AuditEvent" ("id", "action", "actorKind", "actorId", "organizationId", "targetKind", "targetId")
  -- UUIDv7: events are read in the order of their ids.
  SELECT (lpad(to_hex((extract(epoch FROM now()) * 1000)::bigint), 12, '0') || '7' || substr(r."hash", 1, 3)
      || '8' || substr(r."hash", 4, 15))::uuid,
    'account.released', 'root', 'root', r."managedById", 'user', r."id"::text
  FROM (SELECT "id", "managedById", md5(gen_random_uuid()::text) AS "hash" FROM "released") r
)
UPDATE "User" u SET "managedById" = NULL FROM "released" r WHERE u."id" = r."id";
