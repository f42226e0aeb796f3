import { Body, Controller, Delete, Get, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { ACCOUNT } from '../../../contracts/account.js';
import { noContent, Operation } from '../../../core/openapi/operation.js';
import { FactorsService } from '../factors.service.js';
import { RecoveryCodesService } from '../second-factor/recovery-codes.service.js';
import { InvalidCode, NoSecondFactor, TotpActive, TotpNotSetUp } from '../sessions.problems.js';
import { TotpService } from '../second-factor/totp.service.js';
import { ActivateTotpDto, FactorsDto, RecoveryCodesDto, TotpSetupDto } from './account-factors.dto.js';
import { presentFactors } from './account-factors.presenter.js';

@ApiTags('Sessions')
@Controller(ACCOUNT.path('auth'))
export class AccountFactorsController {
  constructor(
    private readonly totp: TotpService,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly factors: FactorsService,
  ) {}

  @Get('factors')
  @Access({ caller: 'session' })
  @Operation({
    id: 'getFactors',
    summary: 'Read what I can prove my identity with',
    description: 'An authenticator app that was not activated does not count.',
    returns: FactorsDto,
  })
  async describe(@CurrentUser() { id }: UserPrincipal): Promise<FactorsDto> {
    return presentFactors(await this.factors.describe(id));
  }

  @Post('totp/setup')
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'setUpTotp',
    summary: 'Begin to set up an authenticator app',
    description: 'The app is active after a code of it was accepted.',
    returns: TotpSetupDto,
    problems: [TotpActive],
  })
  setUp(@CurrentUser() principal: UserPrincipal): Promise<TotpSetupDto> {
    return this.totp.setUp(principal);
  }

  @Post('totp/activate')
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'activateTotp',
    summary: 'Finish setting up the authenticator app with a code of it',
    returns: RecoveryCodesDto,
    problems: [InvalidCode, TotpNotSetUp, TotpActive],
  })
  async activate(
    @CurrentUser() principal: UserPrincipal,
    @Body() { code }: ActivateTotpDto,
  ): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.totp.activate(principal, code) };
  }

  @Delete('totp')
  @Access({ caller: 'session', recent: 'signIn' })
  @Operation({
    id: 'removeTotp',
    summary: 'Remove the authenticator app',
    description: 'Ends all trusted devices. The recovery codes end with the last second factor.',
    returns: noContent('The authenticator app was removed.'),
  })
  async remove(@CurrentUser() principal: UserPrincipal): Promise<void> {
    await this.totp.remove(principal);
  }

  @Post('recovery-codes')
  @Access({ caller: 'session', recent: 'stepUp' })
  @Operation({
    id: 'replaceRecoveryCodes',
    summary: 'Create new recovery codes',
    description: 'The user must have a second factor. The old codes stop working, and all trusted devices end.',
    returns: RecoveryCodesDto,
    problems: [NoSecondFactor],
  })
  async replaceCodes(@CurrentUser() principal: UserPrincipal): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.recoveryCodes.renew(principal) };
  }
}
