-- CreateTable
CREATE TABLE "OwnershipOffer" (
    "organizationId" UUID NOT NULL,
    "fromMembershipId" UUID NOT NULL,
    "toMembershipId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "OwnershipOffer_pkey" PRIMARY KEY ("organizationId")
);

-- CreateIndex
CREATE INDEX "OwnershipOffer_fromMembershipId_idx" ON "OwnershipOffer"("fromMembershipId");

-- CreateIndex
CREATE INDEX "OwnershipOffer_toMembershipId_idx" ON "OwnershipOffer"("toMembershipId");

-- AddForeignKey
ALTER TABLE "OwnershipOffer" ADD CONSTRAINT "OwnershipOffer_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnershipOffer" ADD CONSTRAINT "OwnershipOffer_fromMembershipId_fkey" FOREIGN KEY ("fromMembershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "OwnershipOffer" ADD CONSTRAINT "OwnershipOffer_toMembershipId_fkey" FOREIGN KEY ("toMembershipId") REFERENCES "Membership"("id") ON DELETE CASCADE ON UPDATE CASCADE;
