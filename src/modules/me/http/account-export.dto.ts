import { ApiProperty } from '@nestjs/swagger';

const THING = { type: 'object', additionalProperties: true } as const;
const THINGS = { type: 'array', items: THING } as const;

/** Everything stored about a person. What is inside each part may grow. */
export class PersonalDataDto {
  @ApiProperty(THING)
  profile: object;

  @ApiProperty(THINGS)
  emails: object[];

  @ApiProperty(THINGS)
  logins: object[];

  @ApiProperty(THINGS)
  trustedDevices: object[];

  @ApiProperty(THINGS)
  knownDevices: object[];

  @ApiProperty(THING)
  secondFactors: object;

  @ApiProperty(THINGS)
  memberships: object[];

  @ApiProperty(THINGS)
  teams: object[];

  @ApiProperty({ ...THINGS, description: 'Without the secrets' })
  apiKeys: object[];

  @ApiProperty({ ...THINGS, description: 'The events that the user caused, and those that concern the user' })
  audit: object[];
}
