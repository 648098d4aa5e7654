export { findBodies } from './find-bodies.ts';
export { namesAny } from './names-any.ts';
