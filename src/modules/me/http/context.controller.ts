import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { CONTEXT } from '../../../contracts/context.js';
import { Operation } from '../../../core/openapi/operation.js';
import { ChangesPipe } from '../../../core/validation/changes.pipe.js';
import { MeService } from '../me.service.js';
import { ContextUserEnvelopeDto, UpdateContextUserDto } from './context.dto.js';
import { presentContextUser } from './context.presenter.js';

@ApiTags('Me')
@Controller(CONTEXT.path('users/me'))
export class ContextMeController {
  constructor(private readonly me: MeService) {}

  @Get()
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({ id: 'getMyProfile', summary: 'Read my profile', returns: ContextUserEnvelopeDto })
  async read(@CurrentUser() { id, organization }: UserPrincipal): Promise<ContextUserEnvelopeDto> {
    return { data: presentContextUser(await this.me.profile(id), organization?.id ?? null) };
  }

  @Patch()
  @Access({ caller: 'session' })
  @Operation({
    id: 'updateMyProfile',
    summary: 'Change my profile',
    description: 'Omitted keys are unchanged. Null clears a value.',
    returns: ContextUserEnvelopeDto,
  })
  async update(
    @CurrentUser() principal: UserPrincipal,
    @Body(ChangesPipe) changes: UpdateContextUserDto,
  ): Promise<ContextUserEnvelopeDto> {
    const { name, firstName, lastName, phone, ...others } = changes;
    const wanted = { displayName: name, givenName: firstName, familyName: lastName, phoneNumber: phone, ...others };
    const profile = await this.me.update(principal, wanted);
    return { data: presentContextUser(profile, principal.organization?.id ?? null) };
  }
}
