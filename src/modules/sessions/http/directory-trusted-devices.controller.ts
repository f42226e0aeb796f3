import { Controller, Delete, Get, HttpCode, Param } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { DuringPasswordChange, SessionOnly } from '../../../access/declarations.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { TrustedDeviceNotFound } from '../sessions.problems.js';
import { TrustedDevicesService } from '../trusted-devices.service.js';
import { TrustedDeviceListDto } from './directory.dto.js';
import { presentTrustedDevices } from './directory.presenter.js';

@ApiTags('Sessions')
@Controller('api/v1/me/trusted-devices')
export class DirectoryTrustedDevicesController {
  constructor(private readonly devices: TrustedDevicesService) {}

  @Get()
  @SessionOnly()
  @DuringPasswordChange()
  @Operation('listMyTrustedDevices', 'List my trusted devices, newest first', 'Their logins skip the second factor.')
  @ApiOkResponse({ type: TrustedDeviceListDto })
  async list(@CurrentUser() { id }: UserPrincipal): Promise<TrustedDeviceListDto> {
    return presentTrustedDevices(await this.devices.list(id));
  }

  @Delete(':trustedDeviceId')
  @HttpCode(204)
  @SessionOnly()
  @Operation('revokeMyTrustedDevice', 'Revoke a trusted device of mine')
  @Problems(TrustedDeviceNotFound)
  @ApiNoContentResponse({ description: 'Its logins need the second factor again' })
  async revoke(@CurrentUser() principal: UserPrincipal, @Param('trustedDeviceId') id: string): Promise<void> {
    await this.devices.revoke(principal, id);
  }
}
