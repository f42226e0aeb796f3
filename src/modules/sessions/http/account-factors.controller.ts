import { Body, Controller, Delete, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { RecentSignIn, StepUp } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { RecoveryCodesService } from '../recovery-codes.service.js';
import { InvalidCode, NoSecondFactor, TotpActive, TotpNotSetUp } from '../sessions.problems.js';
import { TotpService } from '../totp.service.js';
import { ActivateTotpDto, RecoveryCodesDto, TotpSetupDto } from './account-factors.dto.js';

@ApiTags('Sessions')
@Controller('api/v1/auth')
export class AccountFactorsController {
  constructor(
    private readonly totp: TotpService,
    private readonly recoveryCodes: RecoveryCodesService,
  ) {}

  @Post('totp/setup')
  @HttpCode(200)
  @RecentSignIn()
  @Operation('setUpTotp', 'Begin to set up an authenticator app', 'It counts once a code was accepted.')
  @Problems(TotpActive)
  @ApiOkResponse({ type: TotpSetupDto })
  setUp(@CurrentUser() principal: UserPrincipal): Promise<TotpSetupDto> {
    return this.totp.setUp(principal);
  }

  @Post('totp/activate')
  @HttpCode(200)
  @RecentSignIn()
  @Operation('activateTotp', 'Finish setting up the authenticator app with a code of it')
  @Problems(InvalidCode, TotpNotSetUp, TotpActive)
  @ApiOkResponse({ type: RecoveryCodesDto })
  async activate(
    @CurrentUser() principal: UserPrincipal,
    @Body() { code }: ActivateTotpDto,
  ): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.totp.activate(principal, code) };
  }

  @Delete('totp')
  @HttpCode(204)
  @RecentSignIn()
  @Operation(
    'removeTotp',
    'Remove the authenticator app',
    'Ends all trusted devices. The recovery codes end with the last second factor.',
  )
  @ApiNoContentResponse({ description: 'The user has no authenticator app' })
  async remove(@CurrentUser() principal: UserPrincipal): Promise<void> {
    await this.totp.remove(principal);
  }

  @Post('recovery-codes')
  @HttpCode(200)
  @StepUp()
  @Operation(
    'replaceRecoveryCodes',
    'Create new recovery codes',
    'For a user with a second factor. The old codes and all trusted devices end.',
  )
  @Problems(NoSecondFactor)
  @ApiOkResponse({ type: RecoveryCodesDto })
  async replaceCodes(@CurrentUser() principal: UserPrincipal): Promise<RecoveryCodesDto> {
    return { recoveryCodes: await this.recoveryCodes.renew(principal) };
  }
}
