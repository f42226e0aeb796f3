import { ApiProperty } from '@nestjs/swagger';
import { MarkedPageDto } from '../../../contracts/marked-page.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { CanonicalId } from '../../../core/validation/canonical-id.js';
import { DateTimeField, TextField } from '../../../core/validation/fields.js';
import { AUDIT_ACTIONS } from '../actions.js';

export class AuditQueryDto extends MarkerQueryDto {
  @CanonicalId()
  @TextField({
    max: 64,
    optional: true,
    description: 'Only events of this actor: the id of a user or service account, or `root`',
    example: '019ab5e0-7c1d-7f43-8a52-5d2f6c1b9e04',
  })
  actor?: string;

  @TextField({ max: 100, optional: true, description: 'Only events with this action', example: 'organization.updated' })
  action?: string;

  @DateTimeField({
    optional: true,
    description: 'Only events at or after this time',
    example: '2026-01-01T00:00:00.000Z',
  })
  from?: Date;

  @DateTimeField({ optional: true, description: 'Only events before this time', example: '2026-02-01T00:00:00.000Z' })
  to?: Date;
}

export class AuditActorDto {
  @ApiProperty({ enum: ['user', 'serviceAccount', 'root', 'anonymous'] })
  kind: string;

  @ApiProperty({ type: String, nullable: true, description: 'Null for an unknown actor' })
  id: string | null;

  @ApiProperty({
    required: false,
    example: 'Sasha Patel',
    description: 'The actor’s name in the organization. Absent for an actor who is no longer in it',
  })
  displayName?: string;
}

export class AuditTargetDto {
  @ApiProperty({ example: 'organization' })
  kind: string;

  @ApiProperty()
  id: string;
}

export class AuditEntryDto {
  @ApiProperty({ format: 'uuid' })
  id: string;

  @ApiProperty({ format: 'date-time' })
  at: string;

  @ApiProperty({ enum: Object.keys(AUDIT_ACTIONS), enumName: 'AuditAction', example: 'organization.updated' })
  action: string;

  @ApiProperty({ type: AuditActorDto })
  actor: AuditActorDto;

  @ApiProperty({ type: AuditTargetDto, nullable: true })
  target: AuditTargetDto | null;

  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The old and new values of the change',
    example: { name: { before: 'Aurora', after: 'Aurora Labs' } },
  })
  changes: unknown;

  @ApiProperty({ type: String, nullable: true, example: '192.0.2.7' })
  remoteIp: string | null;

  @ApiProperty({ type: String, nullable: true })
  userAgent: string | null;

  @ApiProperty({ type: String, nullable: true })
  requestId: string | null;
}

export class AuditPageDto extends MarkedPageDto(AuditEntryDto) {}
