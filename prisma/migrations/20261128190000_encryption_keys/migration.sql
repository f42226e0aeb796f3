-- Periodic jobs have no payload.
ALTER TABLE "Job" ALTER COLUMN "payloadSealed" DROP NOT NULL;

-- CreateTable
CREATE TABLE "EncryptionKey" (
    "id" BYTEA NOT NULL,
    "canary" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "EncryptionKey_pkey" PRIMARY KEY ("id")
);
