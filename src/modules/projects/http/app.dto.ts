import { ApiProperty } from '@nestjs/swagger';
import { AppPageDto } from '../../../contracts/app.js';
import { ProjectRole, ProjectVisibility } from '../../../core/prisma/generated/enums.js';
import { BooleanField, ChoiceField, DateTimeField, TextField } from '../../../core/validation/fields.js';
import type { ProjectFields } from '../project.js';
import { COUNT } from '../../../core/openapi/integers.js';

const ROLES = Object.values(ProjectRole);
const VISIBILITIES = Object.values(ProjectVisibility);

/** A project in the app contract: always these eleven keys. */
export class AppProjectDto {
  @ApiProperty({ example: 'proj_019ab5e07c1d7f438a525d2f6c1b9e07' })
  id: string;

  @ApiProperty({ example: 'Customer Insights' })
  name: string;

  @ApiProperty({ type: String, nullable: true, example: 'Summarize weekly support trends.' })
  goal: string | null;

  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: 'Whole seconds',
    example: '2026-03-01T00:00:00Z',
  })
  deadline: string | null;

  @ApiProperty({
    enum: VISIBILITIES,
    description: 'Private: only members of the project can see it',
    example: 'Private',
  })
  visibility: ProjectVisibility;

  @ApiProperty({ ...COUNT, example: 4 })
  member_count: number;

  @ApiProperty({ enum: ROLES, description: 'The role of a new member when the request names none', example: 'Editor' })
  default_member_role: ProjectRole;

  @ApiProperty({ description: 'Whether members can be added without naming a role', example: true })
  default_role_enabled: boolean;

  @ApiProperty({ type: String, nullable: true, example: 'Support analytics for Q1.' })
  project_context: string | null;

  @ApiProperty({ type: String, nullable: true, example: 'Use approved templates.' })
  answer_context: string | null;

  @ApiProperty({
    description: 'Whether it is pinned by the user of the list; in other answers, by the caller',
    example: true,
  })
  is_pinned: boolean;
}

export class AppProjectPageDto extends AppPageDto(AppProjectDto) {}

const NAME = { max: 200, example: 'Customer Insights' };
const GOAL = {
  max: 2000,
  multiline: true,
  optional: true,
  nullable: true,
  example: 'Summarize weekly support trends.',
};
const CONTEXT = { max: 10_000, multiline: true, optional: true, nullable: true };
const DEADLINE = { optional: true, nullable: true, example: '2026-03-01T00:00:00Z' };
const VISIBILITY = {
  values: VISIBILITIES,
  optional: true,
  description: 'Private: only members of the project can see it',
};
const DEFAULT_ROLE = {
  values: ROLES,
  optional: true,
  description: 'The role of a new member when the request names none',
};
const ENABLED = { optional: true, description: 'Whether members can be added without naming a role' };

export class CreateAppProjectDto {
  @TextField(NAME)
  name: string;

  @TextField(GOAL)
  goal: string | null = null;

  @DateTimeField(DEADLINE)
  deadline: Date | null = null;

  @ChoiceField({ ...VISIBILITY, default: 'Private' })
  visibility: ProjectVisibility = 'Private';

  @ChoiceField({ ...DEFAULT_ROLE, default: 'Viewer' })
  default_member_role: ProjectRole = 'Viewer';

  @BooleanField({ ...ENABLED, default: false })
  default_role_enabled = false;

  @TextField({ ...CONTEXT, example: 'Support analytics for Q1.' })
  project_context: string | null = null;

  @TextField({ ...CONTEXT, example: 'Use approved templates.' })
  answer_context: string | null = null;
}

export class UpdateAppProjectDto {
  @TextField({ ...NAME, optional: true })
  name?: string;

  @TextField(GOAL)
  goal?: string | null;

  @DateTimeField(DEADLINE)
  deadline?: Date | null;

  @ChoiceField(VISIBILITY)
  visibility?: ProjectVisibility;

  @ChoiceField(DEFAULT_ROLE)
  default_member_role?: ProjectRole;

  @BooleanField(ENABLED)
  default_role_enabled?: boolean;

  @TextField({ ...CONTEXT, example: 'Support analytics for Q1.' })
  project_context?: string | null;

  @TextField({ ...CONTEXT, example: 'Use approved templates.' })
  answer_context?: string | null;
}

/** The domain's names for what a body holds. */
export function projectFieldsOf(body: CreateAppProjectDto): ProjectFields;
export function projectFieldsOf(body: UpdateAppProjectDto): Partial<ProjectFields>;
export function projectFieldsOf(body: UpdateAppProjectDto): Partial<ProjectFields> {
  return {
    name: body.name,
    goal: body.goal,
    deadline: body.deadline,
    visibility: body.visibility,
    defaultMemberRole: body.default_member_role,
    defaultRoleEnabled: body.default_role_enabled,
    projectContext: body.project_context,
    answerContext: body.answer_context,
  };
}
