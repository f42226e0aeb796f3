-- CreateTable
CREATE TABLE "SignInNotice" (
    "userId" UUID NOT NULL,
    "clientHash" BYTEA NOT NULL,
    "notifiedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignInNotice_pkey" PRIMARY KEY ("userId","clientHash")
);

-- CreateIndex
CREATE INDEX "SignInNotice_notifiedAt_idx" ON "SignInNotice"("notifiedAt");

-- AddForeignKey
ALTER TABLE "SignInNotice" ADD CONSTRAINT "SignInNotice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;
