import { ApiProperty } from '@nestjs/swagger';
import { AppPageDto } from '../../../contracts/app.js';
import { IntegerField, TextField } from '../../../core/validation/fields.js';
import { LONGEST_STRING } from '../../../core/validation/input-bounds.js';
import type { NewArtifact } from '../artifacts.service.js';
import { DEFAULT_TYPE, LONGEST_NAME } from '../uploaded-artifact.js';

/** An artifact in the app contract: always these nine keys. */
export class AppArtifactDto {
  @ApiProperty({ example: 'artifact_019ab5e07c1d7f438a525d2f6c1b9e08' })
  id: string;

  @ApiProperty({ example: 'proj_019ab5e07c1d7f438a525d2f6c1b9e07' })
  project_id: string;

  @ApiProperty({ example: 'Q1 Support Summary' })
  name: string;

  @ApiProperty({ example: 'Document' })
  type: string;

  @ApiProperty({ description: 'The origin of the artifact', example: 'User' })
  source: string;

  @ApiProperty({ example: 'Ready' })
  state: string;

  @ApiProperty({ description: 'The progress of processing its content', example: 'Done' })
  ingest_status: string;

  @ApiProperty({ description: 'Whether it has content to download', example: true })
  has_content: boolean;

  @ApiProperty({ format: 'date-time', description: 'Whole seconds', example: '2026-02-08T14:30:12Z' })
  created_at: string;
}

export class AppArtifactPageDto extends AppPageDto(AppArtifactDto) {}

export class LatestQueryDto {
  @IntegerField({ min: 1, max: 100, default: 20, optional: true })
  limit = 20;
}

const NAME = { max: LONGEST_NAME, example: 'Q1 Support Summary' };
const TYPE = { max: 50, optional: true, example: DEFAULT_TYPE };

export class CreateTextArtifactDto {
  @TextField(NAME)
  name: string;

  @TextField({ ...TYPE, default: DEFAULT_TYPE })
  type = DEFAULT_TYPE;

  @TextField({ max: LONGEST_STRING, multiline: true, example: 'Fewer questions about billing than in January.' })
  text: string;
}

export class UpdateAppArtifactDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @TextField(TYPE)
  type?: string;
}

export function textArtifactOf({ name, type, text }: CreateTextArtifactDto): NewArtifact {
  return { name, type, content: Buffer.from(text), contentType: 'text/plain; charset=utf-8' };
}
