import { applyDecorators, Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access } from '../../../access/access.decorator.js';
import { BINARY } from '../../../core/openapi/binary.js';
import { ok, Operation } from '../../../core/openapi/operation.js';
import { NotFound } from '../../../core/problems/common.problems.js';
import { type PictureKind, PicturesService } from '../pictures.service.js';

const PICTURE = ok(undefined, { description: 'The picture', content: { 'image/webp': { schema: BINARY } } });

@Controller()
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Get('avatars/:name.webp')
  @Access({ caller: 'anyone' })
  @Operation({
    id: 'getAvatar',
    summary: 'Download the picture of a person',
    description: '`avatarUrl` has this address after an upload.',
    params: [{ name: 'name', format: 'uuid' }],
    returns: PICTURE,
    problems: [NotFound],
  })
  @ApiTags('Me')
  @Picture()
  avatar(@Param('name') name: string): Promise<StreamableFile> {
    return this.send('avatars', name);
  }

  @Get('logos/:name.webp')
  @Access({ caller: 'anyone' })
  @Operation({
    id: 'getLogo',
    summary: 'Download the logo of an organization',
    description: '`logoUrl` has this address after an upload.',
    params: [{ name: 'name', format: 'uuid' }],
    returns: PICTURE,
    problems: [NotFound],
  })
  @ApiTags('Organizations')
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
  );
}
