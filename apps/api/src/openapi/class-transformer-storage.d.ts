/** class-transformer keeps `@Type` in a store that its index does not export. */
declare module 'class-transformer/cjs/storage.js' {
  export { defaultMetadataStorage } from 'class-transformer/types/storage';
}
