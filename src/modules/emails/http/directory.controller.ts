import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, RecentSignIn, SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { MarkerQueryDto } from '../../../core/paging/marker.dto.js';
import { InvalidMarker } from '../../../core/problems/common.problems.js';
import { normalizeAddress } from '../../../core/validation/address.js';
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

@ApiTags('Me')
@Controller('api/v1/me/emails')
export class DirectoryEmailsController {
  constructor(private readonly emails: EmailsService) {}

  @Get()
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('listMyEmails', 'List my e-mail addresses')
  @Problems(InvalidMarker)
  @ApiOkResponse({ type: EmailListDto })
  async list(@CurrentUser() { id }: UserPrincipal, @Query() query: MarkerQueryDto): Promise<EmailListDto> {
    return presentEmails(await this.emails.list(id, query));
  }

  @Post()
  @RecentSignIn()
  @Operation(
    'addMyEmail',
    'Add an e-mail address',
    'A link to verify it is mailed to it. An address that another account has proved, or signs in with, never verifies.',
  )
  @Problems(EmailTaken, TooManyEmails)
  @ApiCreatedResponse({ type: EmailDto })
  async add(@CurrentUser() principal: UserPrincipal, @Body() { email }: AddEmailDto): Promise<EmailDto> {
    return presentEmail(await this.emails.add(principal, email));
  }

  @Delete(':email')
  @HttpCode(204)
  @RecentSignIn()
  @Operation('removeMyEmail', 'Remove an e-mail address')
  @Problems(EmailNotFound, PrimaryEmail, LastVerifiedEmail)
  @ApiNoContentResponse({ description: 'It is gone' })
  async remove(@CurrentUser() principal: UserPrincipal, @Param('email') email: string): Promise<void> {
    await this.emails.remove(principal, normalizeAddress(email));
  }

  @Post(':email/primary')
  @HttpCode(200)
  @RecentSignIn()
  @Operation('makeMyEmailPrimary', 'Make a verified address the primary one', 'The old one is told by mail.')
  @Problems(EmailNotFound, EmailNotVerified)
  @ApiOkResponse({ type: EmailDto })
  async makePrimary(@CurrentUser() principal: UserPrincipal, @Param('email') email: string): Promise<EmailDto> {
    return presentEmail(await this.emails.makePrimary(principal, normalizeAddress(email)));
  }
}
