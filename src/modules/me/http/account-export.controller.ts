import { Readable } from 'node:stream';
import { Controller, Get, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { Operation } from '../../../core/openapi/operation.js';
import { type PersonalData, PersonalDataService } from '../personal-data.service.js';
import { PersonalDataDto } from './account-export.dto.js';

@ApiTags('Me')
@Controller(ACCOUNT.path('user/export'))
export class AccountExportController {
  constructor(private readonly personalData: PersonalDataService) {}

  @Get()
  @Access({ caller: 'session' })
  @Operation({
    id: 'exportUser',
    summary: 'Download everything that is stored about me',
    description: 'The download has no secrets, such as hashes of passwords and keys.',
    returns: PersonalDataDto,
  })
  async export(@CurrentUser() { id }: UserPrincipal): Promise<StreamableFile> {
    const json = Readable.from(serialized(await this.personalData.gather(id)));
    return new StreamableFile(json, {
      type: 'application/json',
      disposition: 'attachment; filename="atrium-export.json"',
    });
  }
}

/** One JSON object, written piece by piece: the audit of years need not fit in memory. */
async function* serialized({ about, audit }: PersonalData): AsyncGenerator<string> {
  yield JSON.stringify(about).replace(/\}$/, ',"audit":[');
  let separator = '';
  for await (const event of audit) {
    yield separator + JSON.stringify(event);
    separator = ',';
  }
  yield ']}';
}
