import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { diagramFile, diagrams } from './diagrams.ts';

it('the diagrams are those of the code: run `npm run docs`', () => {
  expect(readFileSync(diagramFile, 'utf8')).toBe(diagrams());
});
