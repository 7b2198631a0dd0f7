export { FilesModule } from './files.module';
export { FilesJobsModule } from './files-jobs.module';
export { FilesService, type FileContent, type FileFacts, type PreparedFile } from './files.service';
export { MediaType, mediaTypeOf } from './media-type';
export { readText } from './text-encoding';
