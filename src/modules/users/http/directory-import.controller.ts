import { PassThrough, pipeline, Readable } from 'node:stream';
import { Controller, Get, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { CurrentOrganization, CurrentPrincipal } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { inTurns } from '../../../core/http/in-turns.js';
import { answerInLocale } from '../../../core/i18n/negotiation.js';
import { ok, Operation } from '../../../core/openapi/operation.js';
import { BadRequest } from '../../../core/problems/common.problems.js';
import { InputPipe } from '../../../core/validation/input.pipe.js';
import type { ExportedUser } from '../members/export.queries.js';
import { ExportService } from '../members/export.service.js';
import { CSV, importRows, NDJSON } from './import-body.js';
import { type ImportedPerson, type ImportReport, ImportService } from '../imports/import.service.js';
import { ImportedUserDto, ImportQueryDto } from './directory-import.dto.js';
import { presentCsv, presentCsvHeading, presentImportReport, presentNdjson } from './directory-import.presenter.js';

/**
 * Bytes of reports that wait for the client. Many clients read nothing before they have sent all: the reports of the largest
 * import fit, so that the two never wait for each other.
 */
const UNREAD = 32 * 1024 * 1024;

const LINES = { [NDJSON]: { schema: { type: 'string' } } } as const;
const LINES_OR_CSV = { ...LINES, [CSV]: { schema: { type: 'string' } } } as const;

@ApiTags('Users')
@Controller(DIRECTORY.path('org/users'))
export class DirectoryImportController {
  private readonly rows = new InputPipe();

  constructor(
    private readonly imports: ImportService,
    private readonly exports: ExportService,
  ) {}

  @Post('import')
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'users:write' })
  @Operation({
    id: 'importOrganizationUsers',
    summary: 'Create many users',
    description:
      'At most 100,000 rows with the columns `email`, `givenName`, `familyName`, `displayName`, `locale`, `role` (default: Teacher) and `appRole` (default: AppMember). For other roles, an API key also needs the scope `orgs:write`. The other columns of an export (`id`, `status`, `state`, `createdAt`) are ignored. CSV needs a heading with these names, in upper or lower case. Cells are separated by commas, semicolons or tabs. A first line such as `sep=;` can name the separator. An apostrophe before text that a spreadsheet would run as a formula is removed, at the start of a cell or after a semicolon in it. Empty rows, and empty cells beyond the heading, are ignored, but empty rows count. The text is UTF-8, or UTF-16 with or without a byte order mark. The answer has one line for each row, sent when the result of the row is committed: `{line, status, email?, id?, errors?}`. The status `created` means a new account that the organization manages. `exists` means that the address belongs to a member, and nothing is changed. The others are `email_taken`, `invalid` (see `errors`) and `failed`: send the row again. `failed` with the code `too_many_requests` means that the address cannot be sent more mails today. A failure ends the import. Reported results are committed. The same rows can be sent again. Imports and exports of one organization run one at a time. Another one waits a few seconds, then gets 503.',
    returns: ok(undefined, { description: 'The report, with a line for each row', content: LINES }),
    problems: [BadRequest],
  })
  @ApiConsumes(NDJSON, CSV)
  @ApiBody({ required: true, schema: { type: 'string' } })
  async import(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Query() { sendMail }: ImportQueryDto,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const reports = this.imports.run(principal, organization, importRows(request), {
      sendMail: sendMail === 'true',
      validate: (value) =>
        this.rows.transform(value, { type: 'body', metatype: ImportedUserDto }) as Promise<ImportedPerson>,
    });
    // Until the first report is there, every error has an answer of its own.
    const first = await reports.next();
    const locale = answerInLocale(request, response);
    return streamed(
      NDJSON,
      written(first, inTurns(reports), (report) => presentImportReport(report, locale)),
    );
  }

  @Get('export')
  @Access({ caller: 'authenticated', organization: DIRECTORY.organization, permission: 'users:read' })
  @Operation({
    id: 'exportOrganizationUsers',
    summary: 'Download all users of the organization',
    description:
      '`Accept` chooses the format: one JSON object per line, or CSV. CSV begins with a byte order mark, so that Excel reads it as UTF-8. In CSV, an apostrophe precedes text that a spreadsheet would run as a formula, also after a semicolon, where some spreadsheets begin a cell. The import removes the apostrophe.',
    returns: ok(undefined, {
      description: 'A line for each user, ordered by the time of joining',
      content: LINES_OR_CSV,
    }),
  })
  async export(
    @CurrentPrincipal() principal: Principal,
    @CurrentOrganization() organization: OrganizationAccess,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StreamableFile> {
    const users = this.exports.users(principal, organization);
    const first = await users.next();
    const isCsv = request.accepts([NDJSON, CSV]) === CSV;
    response.vary('Accept');
    response.setHeader('Content-Disposition', `attachment; filename="users.${isCsv ? 'csv' : 'ndjson'}"`);
    return isCsv
      ? streamed(`${CSV}; charset=utf-8; header=present`, written(first, users, presentCsv, presentCsvHeading()))
      : streamed(
          NDJSON,
          written(first, users, (page: ExportedUser[]) => presentNdjson(page)),
        );
  }
}

async function* written<T extends ImportReport | ExportedUser[]>(
  first: IteratorResult<T, void>,
  others: AsyncIterable<T>,
  present: (item: T) => string,
  heading = '',
): AsyncGenerator<string> {
  yield heading;
  if (!first.done) {
    yield present(first.value);
    for await (const item of others) {
      yield present(item);
    }
  }
}

/** An error after the first line cuts the answer off: a client sees that it is incomplete. */
function streamed(type: string, text: AsyncIterable<string>): StreamableFile {
  const stream = pipeline(Readable.from(text), new PassThrough({ highWaterMark: UNREAD }), () => undefined);
  return new StreamableFile(stream, { type });
}
