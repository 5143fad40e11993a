export * from './amount-in-words';
export * from './builders/build-document';
export * from './builders/template-versions';
export * from './model/model';
export * from './model/typography';
export * from './render/html';
