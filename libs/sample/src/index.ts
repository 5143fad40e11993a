export * from './asking';
export * from './metropolis/consortia';
export * from './metropolis/facts';
export * from './metropolis/organisations';
export * from './metropolis/people';
export * from './sopot';
export * from './territory';
export * from './variants';
