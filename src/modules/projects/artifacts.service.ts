import { Injectable } from '@nestjs/common';
import { changedBy, madeBy } from '../../access/authorship.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import { newId } from '../../core/ids/ids.js';
import { numberedPage, type Page, type PageRequest } from '../../core/paging/page.js';
import type { Artifact } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { NotFound } from '../../core/problems/common.problems.js';
import { Problem } from '../../core/problems/problem.js';
import type { ByteStream, StoredFile } from '../../core/storage/file-storage.js';
import { AuditService } from '../audit/audit.service.js';
import { MembersService } from '../users/members.service.js';
import { ArtifactContentsService } from './artifact-contents.service.js';
import { ProjectAccess } from './project-access.js';
import { viewerOf } from './project-policy.js';
import { latestArtifacts } from './project.queries.js';
import { ArtifactNotFound } from './projects.problems.js';

/** The properties of an artifact that can be changed. */
export interface ArtifactFields {
  readonly name: string;
  readonly type: string;
}

/** An artifact to be. */
export interface NewArtifact extends ArtifactFields {
  readonly content: Uint8Array | ByteStream;
  /** A media type. */
  readonly contentType: string;
}

/** What people bring is whole when it is there: nothing is fetched, and nothing has to be made of it. */
const BROUGHT = { source: 'User', state: 'Ready', ingestStatus: 'Done' };

/** What people have put into projects. */
@Injectable()
export class ArtifactsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly access: ProjectAccess,
    private readonly members: MembersService,
    private readonly contents: ArtifactContentsService,
    private readonly audit: AuditService,
  ) {}

  /** In the order of creation. A page past the end is empty. @throws Problem `project_not_found` */
  async list(
    principal: Principal,
    organization: OrganizationAccess,
    projectId: string | undefined,
    request: PageRequest,
  ): Promise<Page<Artifact>> {
    const { id } = await this.access.find(principal, organization, projectId);
    const where = { projectId: id };
    const skip = (request.page - 1) * request.pageSize;
    const [total, artifacts] = await this.prisma.list(() =>
      Promise.all([
        this.prisma.db.artifact.count({ where }),
        this.prisma.db.artifact.findMany({ where, orderBy: { id: 'asc' }, skip, take: request.pageSize }),
      ]),
    );
    return numberedPage(artifacts, total, request);
  }

  /**
   * The latest artifacts of a user, newest first, in the projects that the caller sees.
   *
   * @throws Problem `user_not_found` also for a member of another organization
   */
  async latestOf(
    principal: Principal,
    organization: OrganizationAccess,
    membershipId: string | undefined,
    limit: number,
  ): Promise<Artifact[]> {
    const { id } = await this.members.get(organization, membershipId);
    return this.prisma.query(latestArtifacts(viewerOf(principal, organization), id, limit));
  }

  /** @throws Problem `project_not_found`, `artifact_not_found` */
  async find(
    principal: Principal,
    organization: OrganizationAccess,
    projectId: string | undefined,
    id: string | undefined,
  ): Promise<Artifact> {
    const project = await this.access.find(principal, organization, projectId);
    return this.get(project.id, id);
  }

  /**
   * The caller must read the stream to its end or destroy it.
   *
   * @throws Problem what {@link find} throws; `not_found` when there is no content
   */
  async open(
    principal: Principal,
    organization: OrganizationAccess,
    projectId: string | undefined,
    id: string | undefined,
  ): Promise<StoredFile & { name: string }> {
    const { name, contentKey, contentType } = await this.find(principal, organization, projectId, id);
    const file = contentKey === null ? undefined : await this.contents.read(contentKey);
    if (!file) {
      throw new Problem(NotFound);
    }
    return { ...file, name, contentType: contentType ?? file.contentType };
  }

  /** Before anything is received. @throws Problem `project_not_found`, `insufficient_role` */
  async requireMayAdd(
    principal: Principal,
    organization: OrganizationAccess,
    projectId: string | undefined,
  ): Promise<void> {
    await this.access.find(principal, organization, projectId, 'edit');
  }

  /**
   * @throws Problem `unavailable`; what {@link ProjectAccess.lock} throws when the content is stored: the caller's session, membership
   *   or role may have ended while it arrived. Nothing is stored then
   */
  async create(
    principal: Principal,
    organization: OrganizationAccess,
    projectId: string | undefined,
    { name, type, content, contentType }: NewArtifact,
  ): Promise<Artifact> {
    const contentKey = await this.contents.store(content);
    try {
      return await this.prisma.transaction(async () => {
        const project = await this.access.lock(principal, projectId, 'edit');
        const artifact = await this.prisma.db.artifact.create({
          data: {
            id: newId(),
            projectId: project.id,
            membershipId: organization.membershipId,
            name,
            type,
            ...BROUGHT,
            contentKey,
            contentType,
            ...madeBy(principal),
          },
        });
        const changes = changesBetween({}, fieldsOf(artifact));
        await this.audit.record({ action: 'artifact.created', actor: principal, target: artifact.id, changes });
        return artifact;
      });
    } catch (error) {
      // Without the database it is deleted later, like every unused file.
      await this.contents.discard(contentKey).catch(() => undefined);
      throw error;
    }
  }

  /**
   * Changes the named properties. Without a difference, nothing is written.
   *
   * @throws Problem `project_not_found`, `artifact_not_found`, `insufficient_role`
   */
  update(
    principal: Principal,
    projectId: string | undefined,
    id: string | undefined,
    wanted: Partial<ArtifactFields>,
  ): Promise<Artifact> {
    return this.prisma.transaction(async () => {
      const project = await this.access.lock(principal, projectId, 'edit');
      const artifact = await this.get(project.id, id);
      const after = merged(fieldsOf(artifact), wanted);
      const changes = changesBetween(fieldsOf(artifact), after);
      if (Object.keys(changes).length === 0) {
        return artifact;
      }
      const changed = await this.prisma.db.artifact.update({
        where: { id: artifact.id },
        data: { ...after, ...changedBy(principal) },
      });
      await this.audit.record({ action: 'artifact.updated', actor: principal, target: artifact.id, changes });
      return changed;
    });
  }

  /**
   * Deletes the artifact and its content.
   *
   * @throws Problem `project_not_found`, `artifact_not_found`, `insufficient_role`
   */
  remove(principal: Principal, projectId: string | undefined, id: string | undefined): Promise<void> {
    return this.prisma.transaction(async () => {
      const project = await this.access.lock(principal, projectId, 'edit');
      const artifact = await this.get(project.id, id);
      await this.prisma.db.artifact.delete({ where: { id: artifact.id } });
      if (artifact.contentKey !== null) {
        await this.contents.discard(artifact.contentKey);
      }
      const changes = changesBetween(fieldsOf(artifact), {});
      await this.audit.record({ action: 'artifact.deleted', actor: principal, target: artifact.id, changes });
    });
  }

  private async get(projectId: string, id: string | undefined): Promise<Artifact> {
    const artifact = id ? await this.prisma.db.artifact.findFirst({ where: { id, projectId } }) : null;
    if (!artifact) {
      throw new Problem(ArtifactNotFound);
    }
    return artifact;
  }
}

function fieldsOf({ name, type, projectId }: Artifact): ArtifactFields & { projectId: string } {
  return { name, type, projectId };
}
