import { Body, Controller, Delete, Get, Param, Post, Query } from '@nestjs/common';
import { type ApiParamOptions, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { created, noContent, Operation } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { LONGEST_EMAIL, normalizeAddress } from '../../../core/validation/address.js';
import {
  EmailNotFound,
  EmailNotVerified,
  EmailTaken,
  LastVerifiedEmail,
  PrimaryEmail,
  TooManyEmails,
} from '../emails.problems.js';
import { EmailsService } from '../emails.service.js';
import { AddEmailDto, EmailDto, EmailListDto } from './directory.dto.js';
import { presentEmail, presentEmails } from './directory.presenter.js';

const EMAIL_PARAM: ApiParamOptions = {
  name: 'email',
  schema: { type: 'string', format: 'email', maxLength: LONGEST_EMAIL },
};

@ApiTags('Me')
@Controller(DIRECTORY.path('me/emails'))
export class DirectoryEmailsController {
  constructor(private readonly emails: EmailsService) {}

  @Get()
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'listMyEmails',
    summary: 'List my e-mail addresses',
    returns: EmailListDto,
    problems: [InvalidMarker],
  })
  async list(@CurrentUser() { id }: UserPrincipal, @Query() query: MarkerQueryDto): Promise<EmailListDto> {
    return presentEmails(await this.emails.list(id, query));
  }

  @Post()
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'addMyEmail',
    summary: 'Add an e-mail address',
    description:
      'A link to verify the address is mailed to it. An address that another account has proved, or signs in with, cannot be verified.',
    returns: created(EmailDto),
    problems: [EmailTaken, TooManyEmails],
  })
  async add(@CurrentUser() principal: UserPrincipal, @Body() { email }: AddEmailDto): Promise<EmailDto> {
    return presentEmail(await this.emails.add(principal, email));
  }

  @Delete(':email')
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'removeMyEmail',
    summary: 'Remove an e-mail address',
    params: [EMAIL_PARAM],
    returns: noContent('The address was removed.'),
    problems: [EmailNotFound, PrimaryEmail, LastVerifiedEmail],
  })
  async remove(@CurrentUser() principal: UserPrincipal, @Param('email') email: string): Promise<void> {
    await this.emails.remove(principal, normalizeAddress(email));
  }

  @Post(':email/primary')
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'makeMyEmailPrimary',
    summary: 'Make a verified address the primary one',
    description: 'The old address is notified by mail.',
    params: [EMAIL_PARAM],
    returns: EmailDto,
    problems: [EmailNotFound, EmailNotVerified],
  })
  async makePrimary(@CurrentUser() principal: UserPrincipal, @Param('email') email: string): Promise<EmailDto> {
    return presentEmail(await this.emails.makePrimary(principal, normalizeAddress(email)));
  }
}
