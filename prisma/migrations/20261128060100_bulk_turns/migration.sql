-- CreateTable
CREATE TABLE "BulkTurn" (
    "organizationId" UUID NOT NULL,
    "holderId" UUID NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "BulkTurn_pkey" PRIMARY KEY ("organizationId")
);

-- CreateIndex
CREATE INDEX "BulkTurn_expiresAt_idx" ON "BulkTurn"("expiresAt");

-- AddForeignKey
ALTER TABLE "BulkTurn" ADD CONSTRAINT "BulkTurn_organizationId_fkey" FOREIGN KEY ("organizationId") REFERENCES "Organization"("id") ON DELETE CASCADE ON UPDATE CASCADE;
