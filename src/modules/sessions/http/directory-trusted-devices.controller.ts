import { Controller, Delete, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { CurrentUser } from '../../../access/caller.decorators.js';
import { Access } from '../../../access/access.decorator.js';
import type { UserPrincipal } from '../../../access/principal.js';
import { DIRECTORY } from '../../../contracts/directory.js';
import { noContent, Operation } from '../../../core/openapi/operation.js';
import { TrustedDeviceNotFound } from '../sessions.problems.js';
import { TrustedDevicesService } from '../devices/trusted-devices.service.js';
import { TrustedDeviceListDto } from './directory.dto.js';
import { presentTrustedDevices } from './directory.presenter.js';

@ApiTags('Sessions')
@Controller(DIRECTORY.path('me/trusted-devices'))
export class DirectoryTrustedDevicesController {
  constructor(private readonly devices: TrustedDevicesService) {}

  @Get()
  @Access({ caller: 'session', duringPasswordChange: true })
  @Operation({
    id: 'listMyTrustedDevices',
    summary: 'List my trusted devices, newest first',
    description: 'A login on a trusted device skips the second factor.',
    returns: TrustedDeviceListDto,
  })
  async list(@CurrentUser() { id }: UserPrincipal): Promise<TrustedDeviceListDto> {
    return presentTrustedDevices(await this.devices.list(id));
  }

  @Delete(':trustedDeviceId')
  @Access({ caller: 'session' })
  @Operation({
    id: 'revokeMyTrustedDevice',
    summary: 'Revoke a trusted device of mine',
    params: [{ name: 'trustedDeviceId', format: 'uuid' }],
    returns: noContent('The device was revoked. Its logins need the second factor again.'),
    problems: [TrustedDeviceNotFound],
  })
  async revoke(@CurrentUser() principal: UserPrincipal, @Param('trustedDeviceId') id: string): Promise<void> {
    await this.devices.revoke(principal, id);
  }
}
