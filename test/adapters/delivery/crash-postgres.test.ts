import { test } from 'vitest';
import { crashAgainAndAgain } from './crash-story.ts';

// A file for each database: starting the embedded one blocks the process for seconds, and time limits with it.
test('killed at any point, nothing is lost and nothing sent twice', { timeout: 300_000 }, () =>
  crashAgainAndAgain('postgres', 20),
);
