-- CreateTable
CREATE TABLE "MailBudget" (
    "addressHash" BYTEA NOT NULL,
    "organizationId" UUID NOT NULL,
    "sent" INTEGER NOT NULL DEFAULT 1,
    "resetsAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MailBudget_pkey" PRIMARY KEY ("addressHash","organizationId")
);

-- CreateIndex
CREATE INDEX "MailBudget_resetsAt_idx" ON "MailBudget"("resetsAt");
