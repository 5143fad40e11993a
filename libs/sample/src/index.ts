export * from './sopot';
export * from './territory';
