import { Module } from '@nestjs/common';
import { PicturesController } from './http/pictures.controller.js';
import { PicturesService } from './pictures.service.js';

/** The pictures that were uploaded, and their addresses. */
@Module({ controllers: [PicturesController], providers: [PicturesService], exports: [PicturesService] })
export class FilesModule {}
