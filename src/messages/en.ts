import { common } from './en/common.ts';

/** The English catalogue is the shape that the others satisfy. Values are ICU MessageFormat. */
export const en = { ...common } as const;
