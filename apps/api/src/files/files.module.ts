import { Module } from '@nestjs/common';
import { SETTINGS, type Settings } from '../http/settings';
import { FileStore } from './file-store';
import { newFileStore } from './new-file-store';

@Module({
  providers: [{ provide: FileStore, useFactory: (settings: Settings) => newFileStore(settings), inject: [SETTINGS] }],
  exports: [FileStore],
})
export class FilesModule {}
