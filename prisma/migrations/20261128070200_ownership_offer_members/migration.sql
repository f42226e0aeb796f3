-- A member cannot offer an organization to themselves: accepting would take the roles from both.
DELETE FROM "OwnershipOffer" WHERE "fromMembershipId" = "toMembershipId";
ALTER TABLE "OwnershipOffer" ADD CONSTRAINT "OwnershipOffer_members_check" CHECK ("fromMembershipId" <> "toMembershipId");
