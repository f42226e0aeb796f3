import { applyDecorators, Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../access/declarations.js';
import { Operation, Problems } from '../../../core/openapi/operation.js';
import { NotFound } from '../../../core/problems/common.problems.js';
import { type PictureKind, PicturesService } from '../pictures.service.js';

@Controller()
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Get('avatars/:name.webp')
  @Public()
  @ApiTags('Me')
  @Operation('getAvatar', 'See the picture of a person', 'At the address that `avatarUrl` holds after an upload.')
  @Picture()
  avatar(@Param('name') name: string): Promise<StreamableFile> {
    return this.send('avatars', name);
  }

  @Get('logos/:name.webp')
  @Public()
  @ApiTags('Organizations')
  @Operation('getLogo', 'See the logo of an organization', 'At the address that `logoUrl` holds after an upload.')
  @Picture()
  logo(@Param('name') name: string): Promise<StreamableFile> {
    return this.send('logos', name);
  }

  private async send(kind: PictureKind, name: string): Promise<StreamableFile> {
    const { stream, size, contentType } = await this.pictures.read(kind, name);
    return new StreamableFile(stream, { type: contentType, length: size });
  }
}

/** Another picture gets another address, so this one never changes; and consoles show it from their own origin. */
function Picture(): MethodDecorator {
  return applyDecorators(
    Header('Cache-Control', 'public, max-age=31536000, immutable'),
    Header('Cross-Origin-Resource-Policy', 'cross-origin'),
    Problems(NotFound),
    ApiOkResponse({ description: 'The picture', content: { 'image/webp': { schema: {} } } }),
  );
}
