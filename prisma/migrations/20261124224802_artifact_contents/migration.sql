-- AlterTable
ALTER TABLE "Artifact" ADD COLUMN     "contentType" TEXT;

-- CreateIndex
CREATE UNIQUE INDEX "Artifact_contentKey_key" ON "Artifact"("contentKey");
