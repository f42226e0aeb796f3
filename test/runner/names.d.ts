export const RUN: string;
export const DIRECTORY_PREFIX: string;
export const DATABASE_PREFIX: string;
export const SHARED_MEMORY: string;
