import { presentAppPage, toWholeSeconds } from '../../../contracts/app.js';
import { toPrefixedId } from '../../../core/ids/prefixed-id.js';
import type { Page } from '../../../core/paging/page.js';
import type { Artifact } from '../../../core/prisma/generated/client.js';
import type { AppArtifactDto, AppArtifactPageDto } from './app-artifacts.dto.js';

export function presentAppArtifact(artifact: Artifact): AppArtifactDto {
  return {
    id: toPrefixedId('artifact', artifact.id),
    project_id: toPrefixedId('proj', artifact.projectId),
    name: artifact.name,
    type: artifact.type,
    source: artifact.source,
    state: artifact.state,
    ingest_status: artifact.ingestStatus,
    has_content: artifact.contentKey !== null,
    created_at: toWholeSeconds(artifact.createdAt),
  };
}

export function presentAppArtifactPage(page: Page<Artifact>): AppArtifactPageDto {
  return presentAppPage(page, presentAppArtifact);
}
