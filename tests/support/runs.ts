/** Whether everything is to be looked at, however long it takes: `npm run -s test:deep`. */
export const deep = process.env.DEEP !== undefined;

/** How many examples a property is tried on: few in the check that everybody runs, many in the deep one. */
export const runs = (usual: number, many: number): number => (deep ? many : usual);
