CREATE INDEX CONCURRENTLY "User_avatarUrl_idx" ON "User"("avatarUrl");
