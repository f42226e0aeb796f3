import { toWholeSeconds } from '../../../core/http/times.js';
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
  return {
    data: page.items.map(presentAppArtifact),
    has_next_page: page.hasNext,
    has_previous_page: page.hasPrevious,
    total_count: page.total,
  };
}
